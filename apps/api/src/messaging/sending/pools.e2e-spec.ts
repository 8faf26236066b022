import { providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aReminded } from '../testing.js';

const MANY = 150;

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  // One phone and one mailbox stand for those of many.
  world = await providers({ SMS_PER_NUMBER: '1000', EMAILS_PER_MAILBOX: '10000' });
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});
afterEach(() => world.sandbox.faults.clear());

/** That many reminders of one appointment due at once: as many rules as it takes, since each reminds once. */
async function due(
  { app, clinic: { id } }: Session,
  appointment: { appointmentId: string; patientId: string },
  channel: 'sms' | 'email',
  count: number,
) {
  await app.sql(
    `WITH rule AS (
       INSERT INTO reminder_rule (clinic_id, id, channel, minutes_before)
       SELECT $1, uuidv7(), $2, 5 + n FROM generate_series(1, $3) AS n RETURNING id)
     INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, rule_id, time_version, starts_at, due_at, next_at)
     SELECT $1, uuidv7(), 'reminder', $2, 'scheduled', $4, $5, rule.id, 1, now() + interval '9 days', now(), now() FROM rule`,
    [id, channel, count, appointment.patientId, appointment.appointmentId],
  );
}

const waiting = async ({ app, clinic: { id } }: Session, channel: 'sms' | 'email') => {
  const sql = "SELECT count(*)::int AS n FROM message WHERE clinic_id = $1 AND channel = $2 AND status = 'scheduled' AND due_at <= now()";
  return (await app.sql<{ n: number }>(sql, [id, channel]))[0]?.n ?? 0;
};
const texts = (phone: string) => world.sandbox.control.sms(phone).length;
const mails = (email: string) => world.sandbox.control.mails(email).length;
const drop = ({ app, clinic: { id } }: Session) =>
  app.sql("UPDATE message SET status = 'skipped', next_at = NULL WHERE clinic_id = $1 AND status = 'scheduled'", [id]);

describe('a provider that is slow', () => {
  it('holds up its own channel and no other, and not what staff wait for', async () => {
    const appointment = await aReminded(clinic);
    world.sandbox.faults.add({ channel: 'email', fault: 'slow', ms: 1000, to: appointment.email });
    await due(clinic, appointment, 'email', MANY);
    await until(async () => (await waiting(clinic, 'email')) < MANY, 'the first mails on their way');
    await due(clinic, appointment, 'sms', 20);
    const email = 'ines@pools.example';
    await clinic.owner.post('/staff', { email, firstName: 'Ines', lastName: 'Invitée', roles: ['front_desk'] }).expect(201);
    await until(() => texts(appointment.phone) >= 20 && mails(email) === 1, 'all texts and the invitation');
    expect(await waiting(clinic, 'email')).toBeGreaterThan(0);
    await drop(clinic);
  });
});

describe('a clinic with much to send', () => {
  it('leaves another clinic its turn', async () => {
    const other = await session('owner', { workers: true, env: world.env });
    const [much, little] = [await aReminded(clinic), await aReminded(other)];
    world.sandbox.faults.add({ channel: 'sms', fault: 'slow', ms: 400 });
    await due(clinic, much, 'sms', 2 * MANY);
    await until(() => texts(much.phone) > 0, 'the first texts');
    await due(other, little, 'sms', 1);
    await until(() => texts(little.phone) === 1, "the other clinic's text");
    expect(await waiting(clinic, 'sms')).toBeGreaterThan(MANY);
    await drop(clinic);
  });
});

describe('a mail to staff that does not leave', () => {
  it('is work from its first failure on, and none once it has left', async () => {
    const email = 'late@pools.example';
    world.sandbox.faults.add({ channel: 'email', fault: 'fail', code: 451, times: 2, to: email });
    await clinic.owner.post('/staff', { email, firstName: 'Lou', lastName: 'Tardif', roles: ['front_desk'] }).expect(201);
    const told = () => clinic.app.sql<{ reason: string }>("SELECT payload->>'reason' AS reason FROM outbox WHERE type = 'message.delayed'");
    await until(() => mails(email) === 1, 'the invitation, in the end');
    expect((await told()).filter(({ reason }) => reason === 'smtp_451')).toHaveLength(2);
    const attention = async () => {
      const { body } = await clinic.owner.get('/messages?attention=true').expect(200);
      return (body as { data: { id: string; kind: string; status: string; reason: string }[] }).data.filter(
        ({ kind }) => kind === 'staff_invitation',
      );
    };
    const [mail] = await until(async () => {
      const sql = "SELECT id FROM message WHERE clinic_id = $1 AND kind = 'staff_invitation' AND status = 'sent' AND attempts > 2";
      const found = await clinic.app.sql<{ id: string }>(sql, [clinic.clinic.id]);
      return found.length === 1 && found;
    }, 'the answer of the mail server');
    expect(await attention()).toEqual([]);
    // As it was between its first failure and the next attempt.
    const before = "UPDATE message SET status = 'scheduled', reason = 'smtp_451', next_at = now() + interval '1 hour' WHERE id = $1";
    await clinic.app.sql(before, [mail?.id]);
    expect(await attention()).toMatchObject([{ id: mail?.id, status: 'scheduled', reason: 'smtp_451' }]);
  });
});
