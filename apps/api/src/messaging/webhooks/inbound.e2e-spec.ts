import { twilioSignature } from '@keel/sandbox';
import pg from 'pg';
import request from 'supertest';
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, aPlanned, messagesOf, once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;
let other: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  other = await session('owner', { workers: true, env: world.env, clinic: { name: 'Cedar Massage' } });
  world.leadTo(clinic.app);
});

let texts = 0;
const newSid = () => `SM${String(++texts).padStart(32, '0')}`;

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/${path}`;
  const headers = { 'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields) };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  expect(answer.status).toBe(200);
  return answer.text();
}
/** A text as Twilio brings it, with its answer. */
const bring = (from: string, body: string, sid = newSid()) =>
  post('inbound', { From: from, To: CLINIC_NUMBER, Body: body, MessageSid: sid });
const optedOut = async (phone: string) => (await clinic.app.sql('SELECT 1 FROM opted_out_number WHERE number = $1', [phone])).length > 0;

interface Listed {
  id: string;
  kind: string;
  patientId: string | null;
}
async function toRead(here: Session, patientId: string | null): Promise<Listed[]> {
  const { body } = await here.owner.get('/messages?attention=true&limit=200').expect(200);
  return (body as { data: Listed[] }).data.filter((message) => message.patientId === patientId && message.kind === 'received');
}
const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

describe('a text that is brought again', () => {
  it('does nothing: a START of before takes no STOP back, nor a STOP a START', async () => {
    const { phone, appointmentId } = await remindNow(clinic);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    const [start, stop] = [newSid(), newSid()];
    await bring(phone, 'START', start);
    await bring(phone, 'arrêtez svp', stop);
    expect(await optedOut(phone)).toBe(true);
    for (let time = 0; time < 3; time++) expect(await bring(phone, 'START', start)).toBe(EMPTY);
    expect(await optedOut(phone)).toBe(true);
    await bring(phone, 'START');
    expect(await bring(phone, 'arrêtez svp', stop)).toBe(EMPTY);
    expect(await optedOut(phone)).toBe(false);
  });

  it('does so once where it is brought many times at once', async () => {
    const { phone, appointmentId } = await remindNow(clinic);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    const sid = newSid();
    const answers = await Promise.all(Array.from({ length: 8 }, () => bring(phone, 'C', sid)));
    expect(answers.filter((answer) => answer !== EMPTY)).toHaveLength(1);
    const kinds = (await messagesOf(clinic.owner, appointmentId)).map((message) => (message as unknown as Listed).kind);
    expect([kinds.filter((kind) => kind === 'received'), kinds.filter((kind) => kind === 'reply')].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });

  it('is known whoever it was for: nothing of a stray one is done twice', async () => {
    const [phone, stop, start] = [aNumber(), newSid(), newSid()];
    await bring(phone, 'START', start);
    await bring(phone, 'STOP', stop);
    await bring(phone, 'START', start);
    expect(await optedOut(phone)).toBe(true);
  });
});

describe('a late report of a failure', () => {
  it('of an earlier attempt does not end the one that followed it', async () => {
    const { appointmentId } = await remindNow(clinic);
    const { id } = await once(clinic.owner, appointmentId, 'sms', 'delivered');
    const report = (attempt: number) =>
      post(`status?clinic=${clinic.clinic.id}&message=${id}&attempt=${attempt}`, { MessageSid: 'SMlate', MessageStatus: 'undelivered' });
    const status = async () => (await messagesOf(clinic.owner, appointmentId)).find((message) => message.id === id)?.status;
    // The second attempt is with the provider; then it is given up and waits for the third.
    await clinic.app.sql("UPDATE message SET status = 'sent', attempts = 2 WHERE id = $1", [id]);
    await report(1);
    expect(await status()).toBe('sent');
    await clinic.app.sql("UPDATE message SET status = 'scheduled', next_at = now() + interval '1 day' WHERE id = $1", [id]);
    await report(2);
    expect(await status()).toBe('scheduled');
    await clinic.app.sql("UPDATE message SET status = 'sent', attempts = 3, next_at = NULL WHERE id = $1", [id]);
    await report(3);
    expect(await status()).toBe('failed');
  });
});

describe('a reminder', () => {
  it('that can be sealed for its patient no more is told as failed, and not put off until it is too late', async () => {
    const { appointmentId, patientId } = await aPlanned(clinic);
    await clinic.app.sql('SELECT destroy_patient_key($1, $2)', [clinic.clinic.id, patientId]);
    await dueNow(clinic.app, appointmentId);
    expect(await once(clinic.owner, appointmentId, 'sms', 'failed')).toMatchObject({ reason: 'records_unreadable' });
  });
});

describe('an opt-out', () => {
  it('holds for every clinic though the records of a patient with this phone were destroyed', async () => {
    const phone = aNumber();
    const [gone] = [await aPatient(clinic.owner, { phone }), await aPatient(other.owner, { phone })];
    await clinic.app.sql('SELECT destroy_patient_key($1, $2)', [clinic.clinic.id, gone.id]);
    await bring(phone, 'STOP');
    expect(await optedOut(phone)).toBe(true);
  });

  it.each(['STOP', 'ARRET', 'Arrêt svp', 'please stop texting me'])(
    'by %j of a phone that was never written to holds for every clinic, now and later',
    async (words) => {
      const phone = aNumber();
      const here = await aPlanned(clinic, { patient: { phone } });
      await bring(phone, words);
      expect(await optedOut(phone)).toBe(true);
      const there = await aPlanned(other, { patient: { phone } });
      for (const [at, appointment] of [
        [clinic, here],
        [other, there],
      ] as const) {
        await dueNow(at.app, appointment.appointmentId);
        await once(at.owner, appointment.appointmentId, 'sms', 'opted_out');
      }
      expect(world.sandbox.control.sms(phone)).toEqual([]);
      await bring(phone, 'START');
      const again = await remindNow(other, { patient: { phone, email: `again-${phone.slice(1)}@example.com` } });
      await once(other.owner, again.appointmentId, 'sms', 'sent', 'delivered');
    },
  );

  it('of a phone that nobody knows is answered once, in both languages, and holds for who enters it later', async () => {
    const phone = aNumber();
    expect(await bring(phone, 'arrêtez')).toMatch(/no more texts from this number.+ne recevrez plus de textos/);
    expect(await bring(phone, 'arrêtez')).toBe(EMPTY);
    const appointment = await remindNow(clinic, { patient: { phone } });
    await once(clinic.owner, appointment.appointmentId, 'sms', 'opted_out');
    expect(await bring(phone, 'recommencez')).toMatch(/you will get our texts again/);
    expect(await optedOut(phone)).toBe(false);
  });
});

describe('any other text of a phone that was never written to', () => {
  it('reaches the clinic that has the number, with its patient, and is answered', async () => {
    const phone = aNumber();
    const { id } = await aPatient(other.owner, { phone });
    expect(await bring(phone, 'I am ten minutes late')).toMatch(/somebody at the clinic will read your message/);
    expect(await bring(phone, 'Oui')).toBe(EMPTY);
    expect(await toRead(other, id)).toHaveLength(2);
    const twin = await aPatient(other.owner, { phone });
    await bring(phone, 'Nous arrivons');
    const [shared] = await toRead(other, null);
    expect(await toRead(other, twin.id)).toEqual([]);
    // Whose it may be stands beside it, and both are in the audit of whoever read so.
    const sharers = [expect.objectContaining({ id }), expect.objectContaining({ id: twin.id })] as unknown[];
    expect(shared).toMatchObject({ patient: null, sharedBy: expect.arrayContaining(sharers) as unknown[] });
    const detail = (await other.owner.get(`/messages/${shared?.id}`).expect(200)).body as { sharedBy: unknown[] };
    expect(detail.sharedBy).toHaveLength(2);
    expect(detail).not.toHaveProperty('patientIds');
    const seen = "SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND action = 'read' AND what = 'message.content' AND patient_ids @> $2";
    expect(await other.app.sql(seen, [other.clinic.id, [id, twin.id]])).toHaveLength(1);
  });

  it('is counted where no clinic knows it, or two do, and its sender is told once to call', async () => {
    const shared = aNumber();
    await aPatient(clinic.owner, { phone: shared });
    await aPatient(other.owner, { phone: shared });
    const strays = async () => (await clinic.app.sql<{ n: number }>("SELECT strays::int AS n FROM stray_texts('1 day')"))[0]?.n ?? 0;
    const before = await strays();
    for (const phone of [shared, aNumber()]) {
      expect(await bring(phone, 'Can I come earlier?')).toMatch(/Please call your clinic\. .+ Appelez votre clinique\./);
      expect(await bring(phone, 'Hello?')).toBe(EMPTY);
    }
    expect(await strays()).toBe(before + 4);
    // Of no clinic: none is told, and whoever runs Keel is.
    const { body } = await clinic.owner.get('/alarms').expect(200);
    expect(JSON.stringify(body)).not.toContain('stray_texts');
    const { text } = await request(clinic.app.url).get('/metrics').expect(200);
    expect(text).toContain('alarm_raised{code="stray_texts"} 1');
  });
});

describe('words of somebody whom two clinics wrote to', () => {
  const WITHHELD =
    "(Words not shown. They seem to be about cancelling an appointment: please call. / Mots non affichés. Il semble s'agir d'annuler un rendez-vous : appelez.)";
  const STRAY = /Please call your clinic\. .+ Appelez votre clinique\./;
  /** A patient of both, reminded by both, the other clinic last; this one wrote so many days ago. */
  async function ofBoth(daysAgo: number) {
    const here = await remindNow(clinic, { days: 10 });
    await once(clinic.owner, here.appointmentId, 'sms', 'delivered');
    const ago = "UPDATE message SET queued_at = queued_at - $2 * interval '1 day' WHERE appointment_id = $1 AND recipient_hash IS NOT NULL";
    await clinic.app.sql(ago, [here.appointmentId, daysAgo]);
    const there = await remindNow(other, { days: 12, patient: { phone: here.phone, email: `two-${here.email}` } });
    await once(other.owner, there.appointmentId, 'sms', 'delivered');
    return { here, there: { ...there, phone: here.phone }, phone: here.phone };
  }
  /** What came in from it, in either clinic. */
  const kept = async (phone: string) => {
    const texts: string[] = [];
    for (const at of [clinic, other]) {
      const { body } = await at.owner.get('/messages?status=received&limit=200').expect(200);
      for (const { id } of (body as { data: Listed[] }).data) {
        const detail = (await at.owner.get(`/messages/${id}`).expect(200)).body as { to: string; text: string };
        if (detail.to === phone) texts.push(`${at === clinic ? 'here' : 'there'}: ${detail.text}`);
      }
    }
    return texts;
  };

  /** The same without what says of words that they came, whatever they are about. */
  const shown = async (phone: string) => (await kept(phone)).filter((one) => !/Words not shown\. (?:Somebody|They may)/.test(one));

  it.each([0, 4, 300])(
    'are shown to neither, though one of them wrote %s days ago, while its appointment is still to come',
    async (daysAgo) => {
      const { phone } = await ofBoth(daysAgo);
      expect(await bring(phone, 'Since the new pills I cannot sleep')).toMatch(STRAY);
      // Each hears that they came, since they may be about not coming.
      const came = '(Words not shown. Somebody with this phone wrote something in their own words: please call if it may matter.';
      expect(await kept(phone)).toEqual([expect.stringContaining(`here: ${came}`), expect.stringContaining(`there: ${came}`)]);
      // What is plain about an appointment is still asked about.
      expect(await bring(phone, 'C')).toMatch(/which appointment do you confirm/);
    },
  );

  it('are brought to nobody by one reminder of a clinic that is new to them, though no appointment at theirs is to come', async () => {
    const { here, phone } = await ofBoth(20);
    await clinic.owner.post(`/appointments/${here.appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    expect(await bring(phone, 'Since the new pills I cannot sleep')).toMatch(STRAY);
    expect(await shown(phone)).toEqual([]);
  });

  it('reach the one that has the number, once the other has it no more', async () => {
    const { here, there, phone } = await ofBoth(4);
    await clinic.owner.patch(`/patients/${here.patientId}`, { phone: aNumber() }, { ifMatch: '*' }).expect(200);
    expect(await bring(phone, 'I am not feeling well today')).toMatch(/somebody at the clinic will read/);
    expect(await toRead(other, there.patientId)).toHaveLength(1);
    expect(await kept(phone)).toEqual(['there: I am not feeling well today']);
  });

  it('reach the one that their sender chooses by a number, once they are sent again; until another clinic writes', async () => {
    const { here, there, phone } = await ofBoth(4);
    const question = await bring(phone, 'I am not feeling well today');
    expect(question).toMatch(/Or reply with its number, then send it again; .+\n1\) .+\n2\) /);
    // Said again, by the same numbers.
    expect(await bring(phone, 'Hello? What about tomorrow')).toBe(question);
    const number = /([12])\) Cedar/.exec(question)?.[1] ?? '';
    expect(await bring(phone, number)).toMatch(/Cedar Massage: please send your message again/);
    expect(await shown(phone)).toEqual([`there: ${number}`]);
    const before = (await toRead(other, there.patientId)).length;
    expect(await bring(phone, 'I am not feeling well today')).toMatch(/somebody at the clinic will read/);
    expect(await toRead(other, there.patientId)).toHaveLength(before + 1);
    // A wish in words of their own is of that clinic's appointment; a plain one may be of either's.
    expect(await bring(phone, 'please cancel my appointment, I am ill')).toMatch(
      /Cedar Massage: your appointment on .+ is not cancelled yet/,
    );
    expect(await bring(phone, 'C')).toMatch(/which appointment do you confirm/);
    expect(await shown(phone)).toHaveLength(4 + 2);
    expect((await shown(phone)).filter((one) => one.startsWith('here'))).toEqual(['here: C', `here: ${WITHHELD}`]);
    const again = await remindNow(clinic, { days: 14, patient: { phone, email: `again-${here.email}` } });
    await once(clinic.owner, again.appointmentId, 'sms', 'delivered');
    await clinic.app.sql("UPDATE stray_text SET received_at = received_at - interval '1 hour' WHERE offered IS NOT NULL");
    expect(await bring(phone, 'Since the new pills I cannot sleep')).toMatch(STRAY);
    expect(await shown(phone)).toHaveLength(6);
  });

  it('are not offered to who was asked of an appointment since, nor to a number that nobody was offered', async () => {
    const { phone } = await ofBoth(4);
    expect(await bring(phone, 'Can I bring my dog?')).toMatch(/\n2\) /);
    expect(await bring(phone, 'No')).toMatch(/which appointment can you not come to/);
    expect(await bring(phone, '1')).toMatch(/is not cancelled yet/);
    expect(await bring(phone, '7')).not.toMatch(/send your message again/);
  });

  it('are kept in neither beside a wish to come at another time or not at all: both read of the wish, and it is asked which appointment is meant', async () => {
    const { there, phone } = await ofBoth(4);
    expect(await bring(phone, 'Please cancel, I am in hospital again')).toMatch(/which appointment can you not come to/);
    expect(await kept(phone)).toEqual([`here: ${WITHHELD}`, `there: ${WITHHELD}`]);
    expect(await bring(phone, '2')).toMatch(/is not cancelled yet/);
    expect(await toRead(other, there.patientId)).toHaveLength(2);
    expect(await kept(phone)).toEqual([`here: ${WITHHELD}`, 'there: 2', `there: ${WITHHELD}`]);
  });

  it('are kept in neither beside a wish about the only appointment to come, of which its clinic reads; and their sender is told so beside the answer', async () => {
    const { here, there, phone } = await ofBoth(20);
    await clinic.owner.post(`/appointments/${here.appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    const answer = await bring(phone, 'Please cancel, the depression is back');
    expect(answer).toMatch(/is not cancelled yet/);
    expect(answer).toMatch(STRAY);
    expect(await kept(phone)).toEqual([`there: ${WITHHELD}`]);
    // A plain word says nothing more, and is the appointment's.
    expect(await bring(phone, 'No')).not.toMatch(STRAY);
    expect(await toRead(other, there.patientId)).toHaveLength(2);
  });

  it('are kept in neither beside an opt-out, which holds; and their sender is told that nobody has read them', async () => {
    const { phone } = await ofBoth(4);
    const answer = await bring(phone, 'STOP, I told my therapist everything');
    expect(answer).toMatch(/no more texts from this number/);
    expect(answer).toMatch(STRAY);
    const asked = expect.stringMatching(/: \(Words not shown\. They ask for no more texts/) as string;
    expect([await optedOut(phone), await kept(phone)]).toEqual([true, [asked, asked]]);
    // An opt-out alone says nothing.
    expect(await bring(phone, 'START')).toMatch(/You will get texts from this number again/);
    expect(await bring(phone, 'arrêtez svp')).toMatch(/no more texts from this number/);
    expect(await kept(phone)).toHaveLength(2 + 2);
  });
});

describe('an answer that is being worked on', () => {
  it('is not sent after an opt-out that was acknowledged in the meantime', async () => {
    const { phone, appointmentId } = await remindNow(clinic);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    const gate = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
    await gate.connect();
    await gate.query('BEGIN; LOCK TABLE inbound_text IN SHARE MODE');
    const answer = bring(phone, 'C');
    const waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'inbound_text'::regclass";
    await until(async () => (await clinic.app.sql(waits)).length > 0, 'the answer is about to be kept');
    await clinic.app.sql("SELECT say_opt_out($1, '{keyword}', '{SM1}', now())", [phone]);
    await gate.query('ROLLBACK');
    await gate.end();
    expect(await answer).toBe(EMPTY);
    const kinds = (await messagesOf(clinic.owner, appointmentId)).map((message) => (message as unknown as Listed).kind);
    expect([kinds.includes('received'), kinds.includes('reply')]).toEqual([true, false]);
  });
});

describe('a question by numbers', () => {
  it('that is a day old means nothing to a number any more', async () => {
    const first = await remindNow(clinic, { days: 10 });
    const second = await remindNow(clinic, { days: 12, patient: { phone: first.phone, email: `q-${first.email}` } });
    for (const { appointmentId } of [first, second]) await once(clinic.owner, appointmentId, 'sms', 'delivered');
    expect(await bring(first.phone, 'C')).toMatch(/which appointment do you confirm/);
    await clinic.app.sql("UPDATE message SET queued_at = queued_at - interval '25 hours' WHERE appointment_id = ANY ($1)", [
      [first.appointmentId, second.appointmentId],
    ]);
    expect(await bring(first.phone, '2')).toMatch(/somebody at the clinic will read/);
    const { body } = await clinic.owner.get(`/appointments/${second.appointmentId}`).expect(200);
    expect((body as { status: string }).status).toBe('booked');
  });
});
