import { twilioSignature } from '@keel/sandbox';
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { aPractitioner, aService } from '../../testing/scheduling.fixture.js';
import { member, session, type Session } from '../../testing/session.js';
import { aPlanned, messagesOf, once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

type Appointment = Awaited<ReturnType<typeof remindNow>>;
interface Listed {
  id: string;
  kind: string;
  status: string;
  attention: boolean;
  patientId: string | null;
}

async function aReminded(over: Parameters<typeof remindNow>[1] = {}, here = clinic): Promise<Appointment> {
  const appointment = await remindNow(here, over);
  await once(here.owner, appointment.appointmentId, 'sms', 'delivered');
  return appointment;
}
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .map(({ body }) => body);
const lastAnswer = (phone: string) => answers(phone).at(-1) ?? '';
const statusOf = async ({ appointmentId }: Appointment, here = clinic) =>
  ((await here.owner.get(`/appointments/${appointmentId}`).expect(200)).body as { status: string }).status;
const move = ({ appointmentId }: Appointment, change: object) =>
  clinic.owner.patch(`/appointments/${appointmentId}`, { overbook: true, ...change }, { ifMatch: '*' }).expect(200);
const later = ({ start }: Appointment) => new Date(Date.parse(start) + 86_400_000).toISOString();
const suppressed = (phone: string) => clinic.app.sql('SELECT 1 FROM opted_out_number WHERE number = $1', [phone]);
/** What staff must look into of one patient. */
async function toRead({ patientId }: { patientId: string | null }, here = clinic): Promise<Listed[]> {
  const { body } = await here.owner.get(`/messages?attention=true&limit=200`).expect(200);
  return (body as { data: Listed[] }).data.filter((message) => message.patientId === patientId);
}
/** What came in from a number of nobody known. */
async function strangers(phone: string, here = clinic): Promise<string[]> {
  const texts: string[] = [];
  for (const { id, kind } of await toRead({ patientId: null }, here)) {
    const { to, text } = (await here.owner.get(`/messages/${id}`).expect(200)).body as { to: string; text: string };
    if (kind === 'received' && to === phone) texts.push(text);
  }
  return texts;
}
/** When an appointment is, as texts in English say it. */
const dayOf = (start: string) => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', day: 'numeric' }).format(new Date(start));

describe('a yes by text', () => {
  it('confirms the appointment that the reminder told of, names it, and says so again', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, ' c ');
    expect(await statusOf(appointment)).toBe('confirmed');
    await text(appointment.phone, 'Oui, merci !');
    expect(answers(appointment.phone)).toHaveLength(2);
    for (const answer of answers(appointment.phone)) {
      expect(answer).toMatch(/^Érablière Physio: thank you, your appointment on .+ at .+ is confirmed\.$/);
      expect(answer).toContain(dayOf(appointment.start));
      expect(answer).not.toMatch(/Treatment|Zoé/);
    }
    expect(await toRead(appointment)).toEqual([]);
    const kinds = (await messagesOf(clinic.owner, appointment.appointmentId)).map((message) => (message as unknown as Listed).kind);
    expect(kinds.filter((kind) => kind === 'received')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'reply')).toHaveLength(2);
  });

  it.each([
    ['its time', async (appointment: Appointment) => move(appointment, { start: later(appointment) })],
    ['its practitioner', async (appointment: Appointment) => move(appointment, { practitionerId: (await aPractitioner(clinic.owner)).id })],
  ])('to an appointment that has changed %s since confirms nothing, tells the new facts and asks again', async (_, change) => {
    const appointment = await aReminded();
    await change(appointment);
    const { body } = await clinic.owner.get(`/appointments/${appointment.appointmentId}`).expect(200);
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('booked');
    expect(lastAnswer(appointment.phone)).toMatch(/your appointment was changed\. It is now on .+ reply C to confirm it/);
    expect(lastAnswer(appointment.phone)).toContain(dayOf((body as { start: string }).start));
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('confirmed');
    expect(lastAnswer(appointment.phone)).toMatch(/is confirmed/);
  });

  it('to an appointment of which nothing has changed that was told confirms it, and says so again', async () => {
    const appointment = await aReminded();
    const { id: serviceId } = await aService(clinic.owner, { name: 'As long, another' });
    await move(appointment, { serviceId, durationMinutes: 45 });
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('confirmed');
    await move(appointment, { placeNamed: true });
    await text(appointment.phone, 'C');
    expect(answers(appointment.phone)).toHaveLength(2);
    for (const answer of answers(appointment.phone)) expect(answer).toMatch(/is confirmed/);
  });

  it.each([
    ['ends at another time', async (appointment: Appointment) => move(appointment, { durationMinutes: 60 })],
    [
      'was called off and brought back',
      async ({ appointmentId }: Appointment) => {
        await clinic.owner.post(`/appointments/${appointmentId}/cancel`, { by: 'clinic' }).expect(200);
        await clinic.owner.post(`/appointments/${appointmentId}/restore`, { overbook: true }).expect(200);
      },
    ],
  ])('to an appointment that %s asks again', async (_, change) => {
    const appointment = await aReminded();
    await change(appointment);
    await text(appointment.phone, 'C');
    expect([await statusOf(appointment), lastAnswer(appointment.phone)]).toEqual(['booked', expect.stringMatching(/was changed/)]);
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('confirmed');
  });

  it('after a move that staff confirmed by phone tells the new time too', async () => {
    const appointment = await aReminded();
    await move(appointment, { start: later(appointment) });
    await clinic.owner.post(`/appointments/${appointment.appointmentId}/confirm`, {}).expect(200);
    await text(appointment.phone, 'yes');
    expect(lastAnswer(appointment.phone)).toMatch(/was changed/);
  });

  it('to a cancelled appointment goes to a person', async () => {
    const appointment = await aReminded();
    await clinic.owner.post(`/appointments/${appointment.appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/somebody at the clinic will read your message/);
    expect(await toRead(appointment)).toMatchObject([{ kind: 'received', status: 'received' }]);
  });

  it('from a number that was corrected since confirms nothing', async () => {
    const appointment = await aReminded();
    await clinic.owner
      .patch(`/patients/${appointment.patientId}`, { phone: appointment.phone.replace('+1613', '+1819') }, { ifMatch: '*' })
      .expect(200);
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('booked');
    // Nor is it the patient's: the phone may be anybody's.
    expect(await toRead(appointment)).toEqual([]);
    expect(await strangers(appointment.phone)).toEqual(['C']);
  });

  it('from a patient who is archived confirms nothing', async () => {
    const appointment = await aReminded();
    await clinic.owner.patch(`/patients/${appointment.patientId}`, { archived: true }, { ifMatch: '*' }).expect(200);
    await text(appointment.phone, 'C');
    expect(await statusOf(appointment)).toBe('booked');
  });
});

describe('two appointments behind one phone', () => {
  /** Two patients with one phone, or one patient with two appointments, both reminded of. */
  async function two(sharing: boolean): Promise<[Appointment, Appointment]> {
    const first = await aReminded({ days: 10 });
    const second = await aPlanned(clinic, { days: 12, patient: { firstName: 'Léo', phone: first.phone, email: `leo-${first.email}` } });
    if (!sharing) {
      await clinic.app.sql('UPDATE appointment SET patient_id = $2 WHERE id = $1', [second.appointmentId, first.patientId]);
      await clinic.app.sql('UPDATE message SET patient_id = $2 WHERE appointment_id = $1', [second.appointmentId, first.patientId]);
    }
    await dueNow(clinic.app, second.appointmentId);
    await once(clinic.owner, second.appointmentId, 'sms', 'delivered');
    return [first, { ...second, phone: first.phone }];
  }

  it.each([true, false])('are told apart by a number (of two patients: %s)', async (sharing) => {
    const [first, second] = await two(sharing);
    await text(first.phone, 'C');
    expect(lastAnswer(first.phone)).toMatch(/which appointment do you confirm\? Reply with its number\.\n1\) .+\n2\) .+/);
    expect([await statusOf(first), await statusOf(second)]).toEqual(['booked', 'booked']);
    await text(first.phone, '2');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['booked', 'confirmed']);
    expect(lastAnswer(first.phone)).toContain(dayOf(second.start));
    // The question was answered; a number that comes later is nobody's answer, and a yes asks again.
    await text(first.phone, '1.');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['booked', 'confirmed']);
    expect(lastAnswer(first.phone)).toMatch(/somebody at the clinic will read/);
    await text(first.phone, 'C');
    await text(first.phone, '1');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['confirmed', 'confirmed']);
  });

  it('are both confirmed by both, each as it was asked about', async () => {
    const [first, second] = await two(true);
    await text(first.phone, 'ok');
    await move(second, { start: later(second) });
    await text(first.phone, 'les deux');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['confirmed', 'booked']);
    expect(lastAnswer(first.phone)).toMatch(/is confirmed\.\n.+was changed/);
  });

  it('are not asked about where only one waits for a yes and was told of last', async () => {
    const first = await aReminded({ days: 10 });
    await text(first.phone, 'C');
    const second = await aReminded({ days: 12, patient: { phone: first.phone, email: `b-${first.email}` } });
    await text(first.phone, 'C');
    expect(await statusOf(second)).toBe('confirmed');
    expect(lastAnswer(first.phone)).toContain(dayOf(second.start));
  });

  it('go to a person where a number is none of those asked for', async () => {
    const [first, second] = await two(true);
    await text(first.phone, 'C');
    await text(first.phone, '7');
    expect([await statusOf(first), await statusOf(second)]).toEqual(['booked', 'booked']);
    const { body } = await clinic.owner.get('/messages?attention=true&limit=1').expect(200);
    // Nobody knows which of the two has written.
    expect((body as { data: Listed[] }).data[0]).toMatchObject({ kind: 'received', patientId: null });
  });

  it('of two clinics are told apart by their names, and neither reads of the other', async () => {
    const other = await session('owner', { workers: true, env: world.env });
    const first = await aReminded({ days: 10 });
    const planned = await aPlanned(other, { days: 12, patient: { phone: first.phone } });
    await dueNow(other.app, planned.appointmentId);
    await once(other.owner, planned.appointmentId, 'sms', 'sent', 'delivered');
    await text(first.phone, 'C');
    expect(lastAnswer(first.phone)).toMatch(/which appointment/);
    const written = async (here: Session, appointmentId: string) => {
      const ids = (await messagesOf(here.owner, appointmentId))
        .filter((message) => (message as unknown as Listed).kind === 'reply')
        .map(({ id }) => id);
      return (await Promise.all(ids.map((id) => here.owner.get(`/messages/${id}`).expect(200)))).map(
        ({ body }) => (body as { text: string }).text,
      );
    };
    const [ours, theirs] = [await written(clinic, first.appointmentId), await written(other, planned.appointmentId)];
    expect([ours, theirs].map((texts) => texts.length)).toEqual([1, 1]);
    expect(ours[0]).not.toContain(theirs[0]?.split('\n')[1]);
    await text(first.phone, '2');
    expect([await statusOf(first), await statusOf({ ...first, appointmentId: planned.appointmentId }, other)]).toEqual([
      'booked',
      'confirmed',
    ]);
  });
});

describe('a no by text', () => {
  it('cancels nothing, gives a link and tells a person', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'No, sorry');
    expect(await statusOf(appointment)).toBe('booked');
    expect(lastAnswer(appointment.phone)).toMatch(/your appointment on .+ is not cancelled yet.+\/l\/[\w-]{32} or call/);
    expect(await toRead(appointment)).toMatchObject([{ kind: 'received', patientId: appointment.patientId }]);
  });

  it('is no opt-out where it cancels the appointment in words', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'Please cancel my appointment');
    expect(await suppressed(appointment.phone)).toEqual([]);
    expect(lastAnswer(appointment.phone)).toMatch(/not cancelled yet/);
  });

  it('gets a link by R', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'R');
    expect(lastAnswer(appointment.phone)).toMatch(/to choose another time than .+\/l\/[\w-]{32} or call/);
    expect(await toRead(appointment)).toEqual([]);
  });
});

describe('an opt-out by text', () => {
  it.each(['Arrêt', 'STOP please', 'arrêtez svp', 'Please stop texting me', 'Je ne veux plus de textos'])(
    '%j stops all texts, is answered once, and START takes it back',
    async (words) => {
      const appointment = await aReminded();
      await text(appointment.phone, words);
      await text(appointment.phone, words);
      expect(answers(appointment.phone)).toEqual(['Érablière Physio: you will get no more texts from us. Reply START to get them again.']);
      expect(await statusOf(appointment)).toBe('booked');
      expect(await suppressed(appointment.phone)).toHaveLength(1);
      // A message that would go now is held back before the provider hears of it.
      await clinic.app.sql(
        "UPDATE message SET status = 'scheduled', due_at = now(), next_at = now(), attempts = 0 WHERE appointment_id = $1 AND channel = 'sms' AND kind = 'reminder'",
        [appointment.appointmentId],
      );
      await until(
        async () => (await messagesOf(clinic.owner, appointment.appointmentId)).some(({ status }) => status === 'opted_out'),
        'held back',
      );
      // Whoever opted out gets no answer; a person reads what they want.
      await text(appointment.phone, 'C');
      expect(await statusOf(appointment)).toBe('booked');
      expect(answers(appointment.phone)).toHaveLength(1);
      await text(appointment.phone, 'START');
      expect(lastAnswer(appointment.phone)).toMatch(/you will get our texts again/);
      expect(await suppressed(appointment.phone)).toEqual([]);
    },
  );

  it('is left to the carrier to answer where the carrier does, and a person reads what may be meant of the appointment', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'CANCEL');
    expect(answers(appointment.phone)).toEqual([]);
    expect(await suppressed(appointment.phone)).toHaveLength(1);
    expect(await toRead(appointment)).toHaveLength(1);
    // YES is the carriers' word for coming back, and no confirmation.
    await text(appointment.phone, 'YES');
    expect(await suppressed(appointment.phone)).toEqual([]);
    expect(await statusOf(appointment)).toBe('booked');
  });

  it('holds for everybody behind the phone', async () => {
    const first = await aReminded();
    const second = await aPlanned(clinic, { patient: { phone: first.phone, email: `c-${first.email}` } });
    await text(first.phone, 'stop');
    await dueNow(clinic.app, second.appointmentId);
    await once(clinic.owner, second.appointmentId, 'sms', 'opted_out');
  });

  it('is known where the carrier alone heard of it', async () => {
    const appointment = await aReminded();
    world.sandbox.carrier.inboundUrl = null; // the patient's STOP never reaches us
    await text(appointment.phone, 'STOP');
    world.sandbox.carrier.inboundUrl = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
    await clinic.app.sql("UPDATE message SET status = 'scheduled', next_at = now() WHERE appointment_id = $1 AND channel = 'sms'", [
      appointment.appointmentId,
    ]);
    expect(await once(clinic.owner, appointment.appointmentId, 'sms', 'opted_out')).toMatchObject({ reason: 'twilio_21610' });
    expect(await suppressed(appointment.phone)).toHaveLength(1);
  });
});

describe('anything else by text', () => {
  it('is put before a person, who takes care of it; the sender is told once', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'Can I bring my dog?');
    await text(appointment.phone, 'He is small');
    expect(answers(appointment.phone)).toHaveLength(1);
    expect(answers(appointment.phone)[0]).toMatch(/somebody at the clinic will read your message/);
    expect(await statusOf(appointment)).toBe('booked');
    const waiting = await toRead(appointment);
    expect(waiting).toHaveLength(2);
    const front = (await member(clinic.app, clinic.owner, clinic.clinic.id, 'front_desk')).agent;
    const id = waiting.at(-1)?.id;
    expect((await front.get(`/messages/${id}`).expect(200)).body).toMatchObject({ text: 'Can I bring my dog?', to: appointment.phone });
    expect((await front.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(200)).body).toMatchObject({
      status: 'received',
      attention: false,
    });
    expect(await toRead(appointment)).toHaveLength(1);
    const sealed = await clinic.app.sql<{ content: Buffer }>('SELECT content FROM message WHERE id = $1', [id]);
    expect(sealed[0]?.content.toString('latin1')).not.toContain('dog');
  });

  it('from a number that is the patient’s no more is of nobody known, with that number; so is a wish to hear no more', async () => {
    const appointment = await aReminded();
    await clinic.owner
      .patch(`/patients/${appointment.patientId}`, { phone: appointment.phone.replace('+1613', '+1819') }, { ifMatch: '*' })
      .expect(200);
    await text(appointment.phone, 'Please cancel everything for Ella, she moves away');
    await text(appointment.phone, 'STOP, we are strangers to you');
    expect(await statusOf(appointment)).toBe('booked');
    expect(lastAnswer(appointment.phone)).toMatch(/^Érablière Physio: you will get no more texts/);
    expect((await strangers(appointment.phone)).toSorted()).toEqual([
      'Please cancel everything for Ella, she moves away',
      'STOP, we are strangers to you',
    ]);
    const { body } = await clinic.owner.get(`/messages?patientId=${appointment.patientId}&status=received`).expect(200);
    expect((body as { data: unknown[] }).data).toEqual([]);
    // From the number that they have now it is theirs.
    await text(appointment.phone.replace('+1613', '+1819'), 'We are back');
    expect(await toRead(appointment)).toHaveLength(1);
  });

  it('is kept once, however often the provider brings it', async () => {
    const appointment = await aReminded();
    const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
    const fields = { From: appointment.phone, Body: 'Hello?', MessageSid: 'SM0123' };
    for (let time = 0; time < 2; time++) {
      const headers = { 'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields) };
      expect((await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers })).status).toBe(200);
    }
    expect(await toRead(appointment)).toHaveLength(1);
  });

  it('that is not signed does nothing', async () => {
    const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
    const headers = { 'x-twilio-signature': 'x' };
    const body = new URLSearchParams({ From: '+16135559999', Body: 'STOP' });
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(403);
    expect(await suppressed('+16135559999')).toEqual([]);
  });

  it('answers a call for help', async () => {
    const appointment = await aReminded();
    await text(appointment.phone, 'aide');
    expect(lastAnswer(appointment.phone)).toMatch(/texts about your appointments/);
    expect(await toRead(appointment)).toEqual([]);
  });
});
