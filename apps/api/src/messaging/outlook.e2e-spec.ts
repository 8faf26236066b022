import { dueNow, inDays, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment } from '../testing/scheduling.fixture.js';
import { member, nobody, session, type Session } from '../testing/session.js';
import { aNumber, aPlanned, messagesOf, once } from './testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

interface Outlook {
  ruleId: string;
  channel: string;
  dueAt: string;
  messageId: string | null;
  outlook: string;
  reason: string | null;
}
async function reminders(appointmentId: string, here = clinic): Promise<Outlook[]> {
  const { body } = await here.owner.get(`/appointments/${appointmentId}/reminders`).expect(200);
  return (body as { data: Outlook[] }).data;
}
const told = async (appointmentId: string, here = clinic) =>
  (await reminders(appointmentId, here)).map(({ channel, outlook, reason }) => [channel, outlook, reason].filter(Boolean).join(' '));
type Appointment = Awaited<ReturnType<typeof aPlanned>>;

const patch = (path: string, body: object) => clinic.owner.patch(path, body, { ifMatch: '*' }).expect(200);
const refuse = ({ patientId }: Appointment) =>
  clinic.owner
    .post(`/patients/${patientId}/contact-consents`, {
      purpose: 'appointments',
      channel: 'sms',
      granted: false,
      source: 'phone',
      wording: 'No texts',
    })
    .expect(201);

describe('what is said beforehand of a reminder', () => {
  it.each<[string, (appointment: Appointment) => Promise<unknown>, string]>([
    ['nothing', async () => undefined, 'goes'],
    ['a refusal', refuse, 'held no_consent'],
    ['a removed number', ({ patientId }) => patch(`/patients/${patientId}`, { phone: null }), 'held no_address'],
    ['a number abroad', ({ patientId }) => patch(`/patients/${patientId}`, { phone: '+33612345678' }), 'held country_not_texted'],
    ['an opt-out', ({ phone }) => world.sandbox.carrier.receive(phone, '+16135550100', 'ARRET'), 'held opted_out'],
    ['an archived patient', ({ patientId }) => patch(`/patients/${patientId}`, { archived: true }), 'held patient_archived'],
    ['a death', ({ patientId }) => patch(`/patients/${patientId}`, { deceasedOn: '2026-01-02' }), 'held patient_deceased'],
    [
      'a cancellation',
      ({ appointmentId }) => clinic.owner.post(`/appointments/${appointmentId}/cancel`, { by: 'clinic' }).expect(200),
      'held appointment_cancelled',
    ],
    [
      'an arrival',
      ({ appointmentId }) => clinic.owner.post(`/appointments/${appointmentId}/arrive`).expect(200),
      'held appointment_arrived',
    ],
  ])('after %s is what becomes of it when it is due', async (_, happen, expected) => {
    const appointment = await aPlanned(clinic);
    await happen(appointment);
    expect(await told(appointment.appointmentId)).toContain(`sms ${expected}`);
    await dueNow(clinic.app, appointment.appointmentId);
    const { status, reason } = await once(
      clinic.owner,
      appointment.appointmentId,
      'sms',
      'sent',
      'delivered',
      'skipped',
      'suppressed',
      'opted_out',
    );
    const became = status === 'sent' || status === 'delivered' ? 'goes' : `held ${reason}`;
    expect(became).toBe(expected);
    if (expected === 'goes') expect(await told(appointment.appointmentId)).toContain('sms gone');
  });

  it('knows a rule that is off, and one that was removed', async () => {
    const own = await session('owner', { workers: true, env: world.env });
    const { appointmentId } = await aPlanned(own);
    const { body } = await own.owner.get('/reminder-rules').expect(200);
    const rules = (body as { data: { id: string; channel: string }[] }).data;
    const rule = (channel: string) => `/reminder-rules/${rules.find((one) => one.channel === channel)?.id}`;
    await own.owner.patch(rule('sms'), { active: false }, { ifMatch: '*' }).expect(200);
    await own.owner.delete(rule('email')).expect(204);
    expect((await told(appointmentId, own)).sort()).toEqual(['email held rule_off', 'sms held rule_off']);
  });

  it('is for those who may read messages, of their own clinic', async () => {
    const { appointmentId } = await aPlanned(clinic);
    const other = await session('owner', { workers: true, env: world.env });
    await other.owner.get(`/appointments/${appointmentId}/reminders`).expect(404);
    await (await nobody()).get(`/appointments/${appointmentId}/reminders`).expect(401);
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'practitioner');
    const may = (await agent.get('/messages')).status;
    await agent.get(`/appointments/${appointmentId}/reminders`).expect(may);
  });
});

describe('an appointment at short notice', () => {
  it('has the reminders whose moment is still to come, and says so of the others', async () => {
    const own = await session('owner', { workers: true, env: world.env });
    await own.owner.post('/reminder-rules', { channel: 'sms', minutesBefore: 120 }).expect(201);
    const diary = await aDiary(own.owner);
    const patient = await aPatient(own.owner, { phone: aNumber(), email: 'short@example.com' });
    const appointment = await anAppointment(own.owner, diary, { patientId: patient.id, start: inDays(10), overbook: true });
    const move = (days: number) =>
      own.owner.patch(`/appointments/${appointment.id}`, { start: inDays(days), overbook: true }, { ifMatch: '*' }).expect(200);
    const planned = (count: number) =>
      until(async () => (await reminders(appointment.id, own)).filter(({ messageId }) => messageId).length === count, `${count} planned`);
    await planned(3);
    await move(1);
    await planned(1);
    expect(await told(appointment.id, own)).toEqual(['email held short_notice', 'sms held short_notice', 'sms goes']);
    await dueNow(own.app, appointment.id);
    expect(
      await until(() => world.sandbox.control.sms((patient as unknown as { phone: string }).phone)[0], 'the later reminder'),
    ).toBeTruthy();
    await move(1 / 24);
    expect(await told(appointment.id, own)).toEqual(['email held short_notice', 'sms held short_notice', 'sms held short_notice']);
    await move(9);
    await planned(3);
    expect(await told(appointment.id, own)).toEqual(['email goes', 'sms goes', 'sms goes']);
  });

  it('is reminded of again where it was marked as arrived by mistake while its reminder fell due', async () => {
    const { appointmentId } = await aPlanned(clinic);
    await clinic.owner.post(`/appointments/${appointmentId}/arrive`).expect(200);
    await dueNow(clinic.app, appointmentId);
    await once(clinic.owner, appointmentId, 'sms', 'skipped');
    await once(clinic.owner, appointmentId, 'email', 'skipped');
    await clinic.owner.post(`/appointments/${appointmentId}/unarrive`).expect(200);
    await until(async () => (await messagesOf(clinic.owner, appointmentId)).every(({ status }) => status === 'scheduled'), 'planned anew');
    expect(await told(appointmentId)).toEqual(['email goes', 'sms goes']);
  });
});

describe('a reminder whose first try was certain not to have left', () => {
  const WAYS = {
    'a cancellation': [
      (v: Appointment) => clinic.owner.post(`/appointments/${v.appointmentId}/cancel`, { by: 'clinic' }).expect(200),
      (v: Appointment) => clinic.owner.post(`/appointments/${v.appointmentId}/restore`, { overbook: true }).expect(200),
    ],
    'archiving its patient': [
      (v: Appointment) => patch(`/patients/${v.patientId}`, { archived: true }),
      (v: Appointment) => patch(`/patients/${v.patientId}`, { archived: false }),
    ],
    'an arrival': [
      (v: Appointment) => clinic.owner.post(`/appointments/${v.appointmentId}/arrive`).expect(200),
      (v: Appointment) => clinic.owner.post(`/appointments/${v.appointmentId}/unarrive`).expect(200),
    ],
  } as const;
  const mail = async (appointmentId: string) => (await messagesOf(clinic.owner, appointmentId)).find(({ channel }) => channel === 'email');

  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('goes all the same, once, after %s that was undone', async (way) => {
    const appointment = await aPlanned(clinic);
    const [happen, undo] = WAYS[way];
    // As if the mail server had said 451 a minute ago, and the next try came in an hour.
    await clinic.app.sql(
      `UPDATE message SET attempts = 1, reason = 'smtp_451', due_at = now() - interval '1 minute', next_at = now() + interval '1 hour'
       WHERE appointment_id = $1 AND channel = 'email'`,
      [appointment.appointmentId],
    );
    await happen(appointment);
    if (way === 'an arrival') await dueNow(clinic.app, appointment.appointmentId);
    await until(async () => ['skipped', 'suppressed'].includes((await mail(appointment.appointmentId))?.status ?? ''), 'held');
    await undo(appointment);
    // Taken up, it is due: a quick queue may have sent it before it is read here.
    await until(
      async () => (await told(appointment.appointmentId)).some((line) => line === 'email goes' || line === 'email gone'),
      'taken up',
    );
    await dueNow(clinic.app, appointment.appointmentId);
    await once(clinic.owner, appointment.appointmentId, 'email', 'sent');
    expect(world.sandbox.control.mails(appointment.email)).toHaveLength(1);
  });
});

describe('a reminder that was held when it was due', () => {
  it.each<[string, (appointment: Appointment) => Promise<unknown>, (appointment: Appointment) => Promise<unknown>]>([
    ['an address', (v) => patch(`/patients/${v.patientId}`, { phone: null }), (v) => patch(`/patients/${v.patientId}`, { phone: v.phone })],
    [
      'consent',
      refuse,
      ({ patientId }) =>
        clinic.owner
          .post(`/patients/${patientId}/contact-consents`, {
            purpose: 'appointments',
            channel: 'sms',
            granted: true,
            source: 'phone',
            wording: 'Texts are fine',
          })
          .expect(201),
    ],
  ])('for want of %s is not said to want it once it is there: its moment has passed', async (_, take, give) => {
    const appointment = await aPlanned(clinic);
    await take(appointment);
    await dueNow(clinic.app, appointment.appointmentId);
    await once(clinic.owner, appointment.appointmentId, 'sms', 'suppressed');
    await give(appointment);
    expect(await told(appointment.appointmentId)).toContain('sms held moment_passed');
  });
});

describe('a rule that changes while a patient is archived', () => {
  it('moves what is held back too', async () => {
    const own = await session('owner', { workers: true, env: world.env });
    const appointment = await aPlanned(own);
    const archive = (archived: boolean) =>
      own.owner.patch(`/patients/${appointment.patientId}`, { archived }, { ifMatch: '*' }).expect(200);
    const sms = async () => (await messagesOf(own.owner, appointment.appointmentId)).find(({ channel }) => channel === 'sms');
    await archive(true);
    await until(async () => (await sms())?.status === 'suppressed', 'held back');
    const { body } = await own.owner.get('/reminder-rules').expect(200);
    const rule = (body as { data: { id: string; channel: string }[] }).data.find(({ channel }) => channel === 'sms');
    await own.owner.patch(`/reminder-rules/${rule?.id}`, { minutesBefore: 24 * 60 }, { ifMatch: '*' }).expect(200);
    await archive(false);
    await until(async () => (await sms())?.status === 'scheduled', 'taken up');
    expect(Date.parse(appointment.start) - Date.parse((await sms())?.dueAt ?? '')).toBe(24 * 3_600_000);
  });
});

it('tells the patient of a move where a reminder of the new time goes, and not where one of the old time went', async () => {
  const untold = async (id: string) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as { untold: boolean }).untold;
  const { appointmentId, start } = await aPlanned(clinic);
  await dueNow(clinic.app, appointmentId);
  await once(clinic.owner, appointmentId, 'sms', 'sent', 'delivered');
  // Or what still waits is taken for one that was planned anew.
  await once(clinic.owner, appointmentId, 'email', 'sent');
  await patch(`/appointments/${appointmentId}`, { start: new Date(Date.parse(start) + 86_400_000).toISOString(), overbook: true });
  expect(await untold(appointmentId)).toBe(true);
  await until(async () => (await messagesOf(clinic.owner, appointmentId)).some(({ status }) => status === 'scheduled'), 'planned anew');
  expect(await untold(appointmentId)).toBe(true);
  await dueNow(clinic.app, appointmentId);
  await until(async () => !(await untold(appointmentId)), 'the reminder of the new time has told it');
});
