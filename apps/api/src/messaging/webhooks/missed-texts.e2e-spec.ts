// Twilio brings a text once. What it could not bring is found in its list, and taken as if it had been brought.
import { request } from 'node:http';
import { twilioSignature } from '@keel/sandbox';
import pg from 'pg';
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, messagesOf, once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  // Long enough that what is brought in the ordinary way is not taken for missed.
  const env = { ...world.env, MESSAGE_MISSED_EVERY_MS: '100', MESSAGE_SETTLE_MS: '2000' };
  clinic = await session('owner', { workers: true, env });
  world.leadTo(clinic.app);
});
afterEach(() => world.leadTo(clinic.app));

const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
/** A text that nobody answered when Twilio brought it. */
async function missed(phone: string, body: string): Promise<string> {
  world.leadTo(undefined);
  const { sid } = await text(phone, body);
  world.leadTo(clinic.app);
  return sid;
}
const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ body }) => !body.includes('/l/'))
    .map(({ body }) => body);
const isOut = async (phone: string) => (await clinic.app.sql('SELECT 1 FROM opted_out_number WHERE number = $1', [phone])).length > 0;
const isTaken = async (sid: string) => (await clinic.app.sql('SELECT 1 FROM inbound_text WHERE sid = $1', [sid])).length > 0;
const statusOf = async (id: string) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as { status: string }).status;

/** What somebody has to read from this patient, the newest first. */
async function toRead(patientId: string): Promise<string[]> {
  const { body } = await clinic.owner.get(`/messages?attention=true&status=received&patientId=${patientId}`).expect(200);
  const found: string[] = [];
  for (const { id } of (body as { data: { id: string }[] }).data)
    found.push(((await clinic.owner.get(`/messages/${id}`).expect(200)).body as { text: string }).text);
  return found;
}

/** Its clinic moves it by an hour, and the reminder of that has left. */
async function moved(appointmentId: string): Promise<void> {
  const { body } = await clinic.owner.get(`/appointments/${appointmentId}`).expect(200);
  const start = new Date(Date.parse((body as { start: string }).start) + 3_600_000).toISOString();
  await clinic.owner.patch(`/appointments/${appointmentId}`, { start, overbook: true }, { ifMatch: '*' }).expect(200);
  await until(
    async () => (await messagesOf(clinic.owner, appointmentId)).some(({ channel, status }) => channel === 'sms' && status === 'scheduled'),
    'the new reminder',
  );
  await dueNow(clinic.app, appointmentId);
  await until(
    async () =>
      (await messagesOf(clinic.owner, appointmentId)).filter(
        ({ channel, status }) => channel === 'sms' && status !== 'scheduled' && status !== 'queued',
      ).length === 2,
    'both texts',
  );
}

async function aReminded(over: Parameters<typeof remindNow>[1] = {}) {
  const appointment = await remindNow(clinic, over);
  await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered');
  // Twilio's list is to the second, and nobody answers what they got within the same.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  return appointment;
}

describe('a text that could not be brought', () => {
  it('is an opt-out all the same, and is answered once', async () => {
    const { phone } = await aReminded();
    const sid = await missed(phone, 'Stop please');
    expect(await isOut(phone)).toBe(false);
    await until(() => isOut(phone), 'the opt-out');
    await until(() => isTaken(sid), 'the text');
    await until(() => answers(phone).length > 0, 'the answer');
    // Looked for several times more meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(answers(phone)).toEqual([expect.stringMatching(/no more texts/)]);
  });

  it('confirms the appointment that it is about', async () => {
    const { phone, appointmentId } = await aReminded();
    await missed(phone, 'C');
    await until(async () => (await statusOf(appointmentId)) === 'confirmed', 'the confirmation');
    await until(() => answers(phone).some((answer) => /is confirmed/.test(answer)), 'the answer');
  });

  it('is read by a person in words of their own, each once', async () => {
    const { phone, patientId } = await aReminded();
    await missed(phone, 'My knee is swollen');
    await missed(phone, 'May I bring my dog?');
    await until(async () => (await toRead(patientId)).length === 2, 'both texts');
    expect((await toRead(patientId)).toSorted()).toEqual(['May I bring my dog?', 'My knee is swollen']);
  });

  it('names the days of when it was written, not of when it is taken', async () => {
    const { phone, patientId, start } = await aReminded({ days: 3 });
    await text(phone, 'C');
    const weekday = new Intl.DateTimeFormat('en-CA', { weekday: 'long', timeZone: 'America/Toronto' }).format(new Date(start));
    world.leadTo(undefined);
    const written = await text(phone, `See you ${weekday}!`);
    // A week ago: that was of another week than the appointment’s.
    Object.assign(written, { createdAt: new Date(Date.now() - 7 * 86_400_000).toISOString() });
    world.leadTo(clinic.app);
    await until(async () => {
      await clinic.app.sql("UPDATE text_look SET looked_until = clock_timestamp() - interval '8 days'");
      return isTaken(written.sid);
    }, 'the text');
    expect(await toRead(patientId)).toEqual([`See you ${weekday}!`]);
    const [kept] = await clinic.app.sql<{ sent_at: Date }>('SELECT sent_at FROM message WHERE provider_id = $1', [written.sid]);
    expect(+new Date(kept!.sent_at)).toBeLessThan(Date.now() - 6 * 86_400_000);
  });

  it('is not said over what its phone said just now, which may not stand in the list yet', async () => {
    const { phone } = await aReminded();
    const stop = await missed(phone, 'STOP');
    await clinic.app.sql(
      "INSERT INTO last_opt_word (number, sid, done_at) VALUES ($1, 'SMnotInTheList', clock_timestamp() + interval '1.5 seconds')",
      [phone],
    );
    const [before] = await clinic.app.sql<{ at: Date }>('SELECT done_at AS at FROM last_opt_word WHERE number = $1', [phone]);
    await until(() => isTaken(stop), 'the text');
    expect(await isOut(phone)).toBe(true);
    const [after] = await clinic.app.sql<{ at: Date }>('SELECT done_at AS at FROM last_opt_word WHERE number = $1', [phone]);
    expect(+new Date(after!.at) - +new Date(before!.at)).toBeGreaterThanOrEqual(1_900);
  });

  it('does nothing but opt out where the same phone has said something since that was heard', async () => {
    const { phone, patientId, appointmentId } = await aReminded();
    const yes = await missed(phone, 'C');
    await text(phone, 'I cannot come');
    await until(() => isTaken(yes), 'the text');
    expect(await statusOf(appointmentId)).toBe('booked');
    expect(await toRead(patientId)).toEqual(['C', 'I cannot come']);
    const start = await missed(phone, 'START');
    await text(phone, 'Stop please');
    await until(() => isTaken(start), 'the text');
    expect(await isOut(phone)).toBe(true);
    // Twilio takes this word for a wish to be written to again; it is older than the stop that was heard.
    const word = await missed(phone, 'YES');
    await text(phone, 'stop it please');
    await until(() => isTaken(word), 'the text');
    expect(await isOut(phone)).toBe(true);
    const stop = await missed(phone, 'Please stop texting me');
    await text(phone, 'START');
    await until(() => isTaken(stop), 'the text');
    // What takes it back was said later, and was acknowledged.
    expect(await isOut(phone)).toBe(false);
    expect(await toRead(patientId)).toContain('Please stop texting me');
  });

  describe('is of its place among what the same phone wrote about being texted:', () => {
    it('a START holds, though something else was said since that was heard', async () => {
      const { phone, patientId } = await aReminded();
      await text(phone, 'Stop please');
      const start = await missed(phone, 'START');
      await text(phone, 'My knee is swollen');
      await until(() => isTaken(start), 'the text');
      expect(await isOut(phone)).toBe(false);
      expect(await toRead(patientId)).toContain('My knee is swollen');
    });

    it('a YES that Twilio takes for one holds too', async () => {
      const { phone } = await aReminded();
      await text(phone, 'STOP');
      const yes = await missed(phone, 'YES');
      await text(phone, 'My knee is swollen');
      await until(() => isTaken(yes), 'the text');
      expect(await isOut(phone)).toBe(false);
    });

    it('a STOP was taken back by a YES that was heard, as Twilio has it, and a person reads it', async () => {
      const { phone, patientId } = await aReminded();
      const stop = await missed(phone, 'STOP');
      await text(phone, 'YES');
      await until(() => isTaken(stop), 'the text');
      expect(await isOut(phone)).toBe(false);
      expect(await toRead(patientId)).toContain('STOP');
    });

    it('an opt-out in a sentence was not, for Twilio knows nothing of it', async () => {
      const { phone } = await aReminded();
      await missed(phone, 'Please stop texting me');
      await text(phone, 'YES');
      await until(() => isOut(phone), 'the opt-out');
    });

    it('a YES that was heard as no opt-in turns out to be one, once the STOP before it is found', async () => {
      const { phone } = await aReminded();
      const stop = await missed(phone, 'STOP');
      await text(phone, 'Please stop texting me');
      await text(phone, 'YES');
      expect(await isOut(phone)).toBe(true);
      await until(() => isTaken(stop), 'the text');
      expect(await isOut(phone)).toBe(false);
    });

    it('a sentence and a STOP were both taken back by the YES that was heard', async () => {
      const { phone } = await aReminded();
      world.leadTo(undefined);
      const both = [await text(phone, 'Please stop texting me'), await text(phone, 'STOP'), await text(phone, 'stop texting me')];
      world.leadTo(clinic.app);
      await text(phone, 'YES');
      for (const { sid } of both) await until(() => isTaken(sid), 'the text');
      expect(await isOut(phone)).toBe(false);
    });

    it('a sentence between a STOP and a YES that were heard changes nothing', async () => {
      const { phone } = await aReminded();
      await text(phone, 'STOP');
      const stop = await missed(phone, 'Please stop texting me');
      await text(phone, 'YES');
      expect(await isOut(phone)).toBe(false);
      await until(() => isTaken(stop), 'the text');
      expect(await isOut(phone)).toBe(false);
    });

    it('a START between a STOP and a sentence that were heard leaves an opt-out of which Twilio knows nothing', async () => {
      const { phone } = await aReminded();
      await text(phone, 'STOP');
      const start = await missed(phone, 'START');
      await text(phone, 'Please stop texting me');
      await until(() => isTaken(start), 'the text');
      await text(phone, 'YES');
      expect(await isOut(phone)).toBe(true);
    });

    it('a YES that was missed was the opt-in, and the one after the next opt-out was none', async () => {
      const { phone } = await aReminded();
      await text(phone, 'STOP');
      world.leadTo(undefined);
      const late = [await text(phone, 'YES'), await text(phone, 'Please stop texting me')];
      world.leadTo(clinic.app);
      await text(phone, 'YES');
      for (const { sid } of late) await until(() => isTaken(sid), 'the text');
      expect(await isOut(phone)).toBe(true);
    });

    it('so it is from a phone that no clinic knows', async () => {
      await session('owner', { env: world.env });
      const phone = aNumber();
      const stop = await missed(phone, 'STOP');
      await text(phone, 'Please stop texting me');
      await text(phone, 'YES');
      expect(await isOut(phone)).toBe(true);
      await until(() => isTaken(stop), 'the text');
      expect(await isOut(phone)).toBe(false);
    });
  });

  describe('is not said over what its phone wrote later, and was heard while a look went on:', () => {
    it.each([
      ['a START', 'please stop texting me', 'START', false],
      ['an opt-out', 'START', 'Stop texting me', true],
    ])('%s', async (_, late, heard, out) => {
      const [{ phone }, other] = [await aReminded(), await aReminded()];
      const owner = new pg.Client({ connectionString: clinic.app.database.ownerUrl });
      const sender = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
      await owner.connect();
      await sender.connect();
      try {
        // One look finds both texts, and is held up at the first of them once it has read its list.
        await owner.query('BEGIN; LOCK TABLE text_look');
        await sender.query('BEGIN');
        await sender.query('SELECT lock_number($1, true)', [other.phone]);
        await missed(other.phone, 'STOP');
        await new Promise((resolve) => setTimeout(resolve, 1_100));
        const sid = await missed(phone, late);
        await new Promise((resolve) => setTimeout(resolve, 3_100));
        await owner.query('ROLLBACK');
        await until(
          async () => (await sender.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount === 1,
          'the look that is held up',
        );
        await text(phone, heard);
        expect([await isOut(phone), await isTaken(sid)]).toEqual([out, false]);
        await sender.query('ROLLBACK');
        await until(() => isTaken(sid), 'the text');
      } finally {
        await owner.end();
        await sender.end();
      }
      expect(await isOut(phone)).toBe(out);
    });
  });

  it('says yes to nothing that was told after it', async () => {
    const { phone, patientId, appointmentId } = await aReminded();
    const owner = new pg.Client({ connectionString: clinic.app.database.ownerUrl });
    await owner.connect();
    try {
      // Nobody looks into the list until the new time was told.
      await owner.query('BEGIN; LOCK TABLE text_look');
      const sid = await missed(phone, 'C');
      await moved(appointmentId);
      await owner.query('ROLLBACK');
      await until(() => isTaken(sid), 'the text');
    } finally {
      await owner.end();
    }
    expect(await statusOf(appointmentId)).toBe('booked');
    expect(await toRead(patientId)).toEqual(['C']);
  });

  it('keeps no other waiting where it cannot be taken, and is tried again', async () => {
    const [one, other] = [await aReminded(), await aReminded()];
    const hash = `(SELECT recipient_hash FROM message WHERE appointment_id = '${one.appointmentId}' AND recipient_hash IS NOT NULL LIMIT 1)`;
    const [row] = await clinic.app.sql<{ hash: string }>(`SELECT encode(${hash}, 'hex') AS hash`);
    await clinic.app.sql(
      `ALTER TABLE message ADD CONSTRAINT broken CHECK (kind <> 'received' OR recipient_hash <> '\\x${row?.hash}') NOT VALID`,
    );
    const failing = await missed(one.phone, 'My knee is swollen');
    await missed(other.phone, 'Stop please');
    await until(() => isOut(other.phone), 'the opt-out');
    expect(await isTaken(failing)).toBe(false);
    await clinic.app.sql('ALTER TABLE message DROP CONSTRAINT broken');
    await until(() => isTaken(failing), 'the text that failed');
    expect(await toRead(one.patientId)).toEqual(['My knee is swollen']);
  });
});

describe('the answer to a text that could not be brought', () => {
  /** Moved, of which nothing has told its patient. */
  async function movedSince() {
    const appointment = await aReminded();
    const { body } = await clinic.owner.get(`/appointments/${appointment.appointmentId}`).expect(200);
    const start = new Date(Date.parse((body as { start: string }).start) + 3_600_000).toISOString();
    await clinic.owner.patch(`/appointments/${appointment.appointmentId}`, { start, overbook: true }, { ifMatch: '*' }).expect(200);
    return appointment;
  }
  const replies = (patientId: string) =>
    clinic.app.sql<{ status: string; reason: string | null }>(
      "SELECT status, reason FROM message WHERE kind = 'reply' AND patient_id = $1 ORDER BY id",
      [patientId],
    );
  const settled = (patientId: string) =>
    until(async () => {
      const rows = await replies(patientId);
      return rows.length > 0 && rows.every(({ status }) => status !== 'queued') && rows;
    }, 'what became of the answer');
  afterEach(() => world.sandbox.faults.clear());

  it.each([
    ['was refused', 21614, 'failed'],
    ['may have been lost', 20500, 'unknown'],
  ])('told nobody anything where it %s: the same yes is asked about again, and somebody sees it', async (_, code, status) => {
    const { phone, patientId, appointmentId } = await movedSince();
    world.sandbox.faults.add({ channel: 'sms', fault: 'fail', code, to: phone });
    const sid = await missed(phone, 'C');
    await until(() => isTaken(sid), 'the text');
    expect(await settled(patientId)).toEqual([{ status, reason: `twilio_${code}` }]);
    const { body } = await clinic.owner.get(`/messages?attention=true&status=${status}&patientId=${patientId}`).expect(200);
    expect((body as { data: unknown[] }).data).toHaveLength(1);
    world.sandbox.faults.clear();
    await text(phone, 'C');
    expect(answers(phone).at(-1)).toMatch(/was changed/);
    expect(await statusOf(appointmentId)).toBe('booked');
  });

  it('is tried again where it surely did not leave, and told its patient once it did', async () => {
    const { phone, patientId, appointmentId } = await movedSince();
    world.sandbox.faults.add({ channel: 'sms', fault: 'fail', code: 20429, to: phone, times: 1 });
    await missed(phone, 'C');
    await until(() => answers(phone).some((answer) => /was changed/.test(answer)), 'the answer');
    expect(await settled(patientId)).toEqual([{ status: 'sent', reason: null }]);
    await text(phone, 'C');
    expect(await statusOf(appointmentId)).toBe('confirmed');
  });

  it('is not known to have left where its process ended meanwhile', async () => {
    const { phone, patientId } = await movedSince();
    await text(phone, 'C');
    await clinic.app.sql(
      `UPDATE message SET status = 'queued', sent_at = NULL, queued_at = queued_at - interval '1 hour'
       WHERE kind = 'reply' AND patient_id = $1`,
      [patientId],
    );
    expect(await settled(patientId)).toEqual([{ status: 'unknown', reason: 'worker_lost' }]);
  });

  it('does not leave where the same phone has said stop since, which was heard', async () => {
    const { phone, patientId } = await movedSince();
    const owner = new pg.Client({ connectionString: clinic.app.database.ownerUrl });
    await owner.connect();
    try {
      // A look has taken its texts, and is held up before it answers them.
      await owner.query('BEGIN; SELECT FROM text_look FOR UPDATE');
      const sid = await missed(phone, 'C');
      await until(() => isTaken(sid), 'the text');
      await text(phone, 'Stop please');
      await owner.query('ROLLBACK');
    } finally {
      await owner.end();
    }
    await until(async () => (await replies(patientId)).every(({ status }) => status !== 'queued'), 'what became of the answer');
    expect(answers(phone)).toEqual([expect.stringMatching(/no more texts/)]);
    expect(await replies(patientId)).toContainEqual({ status: 'opted_out', reason: 'opted_out' });
  });

  it('does not leave where the same phone has said stop since, which was missed too', async () => {
    const { phone, patientId } = await movedSince();
    world.leadTo(undefined);
    await text(phone, 'C');
    await text(phone, 'Stop please');
    world.leadTo(clinic.app);
    await until(() => isOut(phone), 'the opt-out');
    await until(() => answers(phone).length > 0, 'the answer');
    expect(answers(phone)).toEqual([expect.stringMatching(/no more texts/)]);
    expect(await toRead(patientId)).toContain('C');
  });
});

describe('an answer to the provider that hung up before it', () => {
  it('told its patient perhaps', async () => {
    const { phone, patientId } = await aReminded();
    await hangUpOn(phone, 'My knee is swollen');
    await until(async () => (await toRead(patientId)).length > 0, 'the text');
    await until(async () => {
      const [row] = await clinic.app.sql<{ status: string }>("SELECT status FROM message WHERE kind = 'reply' AND patient_id = $1", [
        patientId,
      ]);
      return row?.status === 'unknown';
    }, 'what is known of the answer');
  });

  /** Twilio's call, which ends as soon as it was made. */
  async function hangUpOn(from: string, body: string): Promise<void> {
    const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
    const fields = { From: from, To: CLINIC_NUMBER, Body: body, MessageSid: `SM${'a'.repeat(32)}` };
    const call = request(`${clinic.app.url}/api/v1/webhooks/twilio/inbound`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields),
      },
    });
    call.on('error', () => undefined);
    // Held up for as long as it takes to hang up.
    const held = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
    await held.connect();
    await held.query('BEGIN');
    await held.query('LOCK TABLE inbound_text IN ACCESS EXCLUSIVE MODE');
    call.end(new URLSearchParams(fields).toString());
    await new Promise((resolve) => setTimeout(resolve, 300));
    call.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await held.query('ROLLBACK');
    await held.end();
  }
});
