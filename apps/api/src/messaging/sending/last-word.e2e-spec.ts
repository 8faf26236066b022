import { DAY } from '@keel/calendar';
import type { Channel, MessageStatus } from '@keel/contracts';
import pg from 'pg';
import { systemCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { Agent } from '../../testing/agent.js';
import { linkTo } from '../../testing/links.fixture.js';
import { dueNow, inDays, providers, type Providers as World, until } from '../../testing/messaging.fixture.js';
import { aPractitioner, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, aPlanned, messagesOf, once } from '../testing.js';
import { Providers } from './providers.js';

const ROUNDS = 40;

let world: World;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
  // The mails of the sign-up would stand at the gate like reminders.
  await clinic.app.settle();
  const toStaff = `SELECT 1 FROM message WHERE clinic_id = $1 AND patient_id IS NULL AND status IN ('scheduled', 'queued')`;
  await until(async () => (await clinic.app.sql(toStaff, [clinic.clinic.id])).length === 0, 'the mails of the sign-up have left');
});
afterEach(() => world.sandbox.faults.clear());

type Appointment = Awaited<ReturnType<typeof aPlanned>>;

const arrived = ({ phone, email }: Appointment) => world.sandbox.control.sms(phone).length + world.sandbox.control.mails(email).length;

/** Whoever writes into the table waits from now on, until the gate is opened: the injected pause. */
async function gate(table: string) {
  const client = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
  await client.connect();
  let opened = false;
  await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  return {
    /** How many statements wait for this very table, and how many for anything else. */
    waiting: async () => {
      const sql = `SELECT count(*) FILTER (WHERE relation = '${table}'::regclass)::int AS here, count(*)::int AS all
        FROM pg_locks WHERE NOT granted AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
      const [row] = await clinic.app.sql<{ here: number; all: number }>(sql);
      return { here: row?.here ?? 0, elsewhere: (row?.all ?? 0) - (row?.here ?? 0) };
    },
    open: async () => {
      if (opened) return;
      opened = true;
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}

/** No reminder of the appointment is still to be taken by a sender: a mail to staff may stand at the gate too. */
const bothTaken = async ({ appointmentId }: Appointment) =>
  (
    await clinic.app.sql(
      "SELECT 1 FROM message WHERE appointment_id = $1 AND status = 'scheduled' AND next_at <= clock_timestamp() FOR UPDATE SKIP LOCKED",
      [appointmentId],
    )
  ).length === 0;

const { post, patch } = {
  post: (path: string, body?: object) => clinic.owner.post(path, body),
  patch: (path: string, body: object) => clinic.owner.patch(path, body, { ifMatch: '*' }),
};

const refuse = (patientId: string, channel: Channel) =>
  post(`/patients/${patientId}/contact-consents`, {
    purpose: 'appointments',
    channel,
    granted: false,
    source: 'phone',
    wording: 'Do not write to me',
  }).expect(201);

/** Everything after which a reminder must not begin to leave, and how it is acknowledged. */
const LAST_WORDS: Record<string, (appointment: Appointment) => Promise<unknown>> = {
  'a cancellation': ({ appointmentId }) => post(`/appointments/${appointmentId}/cancel`, { by: 'patient' }).expect(200),
  // Marked by the clock of its day, as late as a reminder of it may still be leaving.
  'a no-show': ({ appointmentId }) =>
    clinic.app.nest
      .get(AppointmentsService)
      .noShow({ ...systemCtx(clinic.clinic.id, 'test'), at: new Date(Date.now() + 60 * DAY) }, appointmentId),
  'a move': ({ appointmentId }) => patch(`/appointments/${appointmentId}`, { start: inDays(12), overbook: true }).expect(200),
  'another practitioner': async ({ appointmentId }) =>
    patch(`/appointments/${appointmentId}`, { practitionerId: (await aPractitioner(clinic.owner)).id, overbook: true }).expect(200),
  'a refusal of texts': ({ patientId }) => refuse(patientId, 'sms'),
  'a new number': ({ patientId }) => patch(`/patients/${patientId}`, { phone: '+16135559876' }).expect(200),
  'the end of the patient’s record': ({ patientId }) => patch(`/patients/${patientId}`, { archived: true }).expect(200),
  'the end of a rule': async () => {
    const { body } = await clinic.owner.get('/reminder-rules').expect(200);
    const rule = (body as { data: { id: string; channel: string; active: boolean }[] }).data.find(({ channel }) => channel === 'sms');
    await patch(`/reminder-rules/${rule?.id}`, { active: !rule?.active }).expect(200);
  },
  'a press that stops e-mails': async ({ appointmentId, patientId }) => {
    const link = { kind: 'mailbox' as const, subjectId: patientId };
    const token = await linkTo(clinic, { id: appointmentId, patientId } as TestAppointment, link);
    await new Agent(clinic.app.url, {}).post(`/public/emails/${token}/stop`).expect(200);
  },
  'a text that says STOP': ({ phone }) => world.sandbox.carrier.receive(phone, '+16135550100', 'STOP'),
};

describe('a reminder on the point of leaving', () => {
  it.each(Object.keys(LAST_WORDS))('is written down before %s is acknowledged, or does not leave', async (name) => {
    const appointment = await aPlanned(clinic);
    if (name === 'a text that says STOP') await conversation(appointment);
    const paused = await gate('message_attempt');
    let acknowledged = false;
    try {
      await dueNow(clinic.app, appointment.appointmentId);
      await until(async () => (await paused.waiting()).here >= 2 && (await bothTaken(appointment)), 'both senders at the gate');
      const word = LAST_WORDS[name]!(appointment).then(() => (acknowledged = true));
      await until(async () => acknowledged || (await paused.waiting()).elsewhere > 0, 'the last word said, or waiting its turn');
      expect(acknowledged).toBe(false);
      await paused.open();
      await word;
    } finally {
      await paused.open();
    }
    if (name === 'the end of a rule') await LAST_WORDS[name]!(appointment);
  });

  it.each([
    ['a cancellation', 'appointment_cancelled'],
    ['another practitioner', 'appointment_moved'],
  ])('does not leave where %s comes between the attempt and the provider', async (name, reason) => {
    const appointment = await aPlanned(clinic);
    const { appointmentId } = appointment;
    const door = clinic.app.nest.get(Providers);
    const handOver = door.handOver.bind(door);
    let attempts = 0;
    door.handOver = async (...args) => {
      if (args[1].message.appointmentId === appointmentId) {
        attempts++;
        await until(() => attempts === 2, 'the attempt of the other channel');
        await LAST_WORDS[name]!(appointment).catch(() => undefined);
      }
      return handOver(...args);
    };
    await dueNow(clinic.app, appointmentId);
    const tried = async () => (await messagesOf(clinic.owner, appointmentId)).filter(({ attempts }) => attempts > 0);
    const dropped = await until(async () => {
      const all = await tried();
      return all.length === 2 && all.every(({ status }) => status === 'skipped') && all;
    }, 'both dropped');
    for (const message of dropped) expect(message).toMatchObject({ reason, attempts: 1 });
    door.handOver = handOver;
    expect(arrived(appointment)).toBe(0);
  });
});

/** The first hand-over of this channel stands still until the word is acknowledged. */
async function between(
  appointment: Appointment,
  channel: Channel,
  word: (appointment: Appointment) => Promise<unknown>,
): Promise<() => void> {
  const door = clinic.app.nest.get(Providers);
  const handOver = door.handOver.bind(door);
  let said = false;
  door.handOver = async (...args) => {
    const { message } = args[1];
    if (message.appointmentId === appointment.appointmentId && message.channel === channel && !said) {
      said = true;
      await word(appointment);
    }
    return handOver(...args);
  };
  await dueNow(clinic.app, appointment.appointmentId);
  return () => {
    door.handOver = handOver;
    expect(said).toBe(true);
  };
}

/** What is said of a patient between the attempt and the provider, whom of their reminders it concerns, and what becomes of that one. */
const SAID: [
  word: string,
  channel: Channel,
  say: (appointment: Appointment) => Promise<unknown>,
  status: MessageStatus,
  reason: string | null,
][] = [
  ['a press that stops e-mails', 'email', LAST_WORDS['a press that stops e-mails']!, 'opted_out', 'opted_out'],
  [
    'another address',
    'email',
    ({ patientId, email }) => patch(`/patients/${patientId}`, { email: `new-${email}` }).expect(200),
    'sent',
    null,
  ],
  [
    'no address any more',
    'email',
    ({ patientId }) => patch(`/patients/${patientId}`, { email: null }).expect(200),
    'suppressed',
    'no_address',
  ],
  ['another number', 'sms', ({ patientId }) => patch(`/patients/${patientId}`, { phone: aNumber() }).expect(200), 'sent', null],
  ['a refusal of texts', 'sms', LAST_WORDS['a refusal of texts']!, 'suppressed', 'no_consent'],
  ['a refusal of e-mails', 'email', ({ patientId }) => refuse(patientId, 'email'), 'suppressed', 'no_consent'],
  ['the end of the record', 'email', LAST_WORDS['the end of the patient’s record']!, 'suppressed', 'patient_archived'],
  ['the end of the record', 'sms', LAST_WORDS['the end of the patient’s record']!, 'suppressed', 'patient_archived'],
  [
    'a death',
    'sms',
    ({ patientId }) => patch(`/patients/${patientId}`, { deceasedOn: '2020-01-01' }).expect(200),
    'suppressed',
    'patient_deceased',
  ],
  ['STOP', 'sms', ({ phone }) => world.sandbox.carrier.receive(phone, '+16135550100', 'STOP'), 'opted_out', 'opted_out'],
];

describe('a reminder that is being handed over', () => {
  it.each(SAID)('does not leave as it was after %s (%s)', async (word, channel, say, status, reason) => {
    const appointment = await aPlanned(clinic);
    if (word === 'STOP') await conversation(appointment);
    const before = world.sandbox.control.sms(appointment.phone).length;
    const end = await between(appointment, channel, say);
    const found = await once(
      clinic.owner,
      appointment.appointmentId,
      channel,
      'sent',
      'delivered',
      'unknown',
      'suppressed',
      'opted_out',
      'failed',
    );
    end();
    expect(found).toMatchObject(status === 'sent' ? { attempts: 2 } : { status, reason, attempts: 1 });
    const { control } = world.sandbox;
    expect(channel === 'email' ? control.mails(appointment.email).length : control.sms(appointment.phone).length - before).toBe(0);
  });

  it('leaves by the channel that nobody refused', async () => {
    const appointment = await aPlanned(clinic);
    const end = await between(appointment, 'email', LAST_WORDS['a press that stops e-mails']!);
    await once(clinic.owner, appointment.appointmentId, 'email', 'opted_out');
    await once(clinic.owner, appointment.appointmentId, 'sms', 'sent', 'delivered');
    end();
  });
});

describe('many cancellations in the moment of being due', () => {
  it('are each followed by no message that had not begun to leave before', async () => {
    const appointments = await Promise.all(Array.from({ length: ROUNDS }, () => aPlanned(clinic)));
    const begun = async ({ appointmentId }: Appointment) =>
      Number(
        (
          await clinic.app.sql<{ n: number }>(
            'SELECT count(*)::int AS n FROM message_attempt a JOIN message m ON m.id = a.message_id WHERE m.appointment_id = $1',
            [appointmentId],
          )
        )[0]?.n,
      );
    await Promise.all(
      appointments.map(async (appointment, round) => {
        await dueNow(clinic.app, appointment.appointmentId);
        await new Promise((resolve) => setTimeout(resolve, (round * 37) % 250));
        await clinic.owner.post(`/appointments/${appointment.appointmentId}/cancel`, { by: 'patient' }).expect(200);
        const left = await begun(appointment);
        await until(async () =>
          (await messagesOf(clinic.owner, appointment.appointmentId)).every(({ status }) => !['scheduled', 'queued'].includes(status)),
        );
        expect([arrived(appointment) <= left, await begun(appointment)]).toEqual([true, left]);
      }),
    );
  }, 120_000);
});

/** A phone answers to something: an earlier message to the same number. */
async function conversation(appointment: Appointment): Promise<void> {
  const earlier = await aPlanned(clinic, { days: 8, patient: { phone: appointment.phone } });
  await dueNow(clinic.app, earlier.appointmentId);
  await once(clinic.owner, earlier.appointmentId, 'sms', 'sent', 'delivered');
}
