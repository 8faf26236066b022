// A text that the provider may have taken, or may not: a yes that comes after it is not known to be to what it says.
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aPlanned, messagesOf, once, remindNow } from '../testing.js';
import { Conversations } from './conversations.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  // Long enough that what was not answered for stays so until the test has looked.
  clinic = await session('owner', { workers: true, env: { ...world.env, MESSAGE_SETTLE_MS: '120000', MESSAGE_LEASE_MS: '60000' } });
  world.leadTo(clinic.app);
});
afterEach(() => world.sandbox.faults.clear());

type Appointment = Awaited<ReturnType<typeof remindNow>>;
const HOUR = 3_600_000;
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const lastAnswer = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .at(-1)?.body ?? '';
async function standing({ appointmentId }: Appointment) {
  const { status, untold } = (await clinic.owner.get(`/appointments/${appointmentId}`).expect(200)).body as {
    status: string;
    untold: boolean;
  };
  return { status, untold };
}
const move = ({ appointmentId }: Appointment, start: string) =>
  clinic.owner.patch(`/appointments/${appointmentId}`, { start, overbook: true }, { ifMatch: '*' }).expect(200);
const later = ({ start }: Appointment) => new Date(Date.parse(start) + 5 * HOUR).toISOString();
const of = async (appointment: Appointment, channel: 'sms' | 'email', ...statuses: string[]) =>
  (await messagesOf(clinic.owner, appointment.appointmentId)).find((one) => one.channel === channel && statuses.includes(one.status));

/** Its reminder is due, and the provider answers as it was told to. */
async function due(appointment: Appointment, over: { fault: 'fail' | 'cut_before' | 'slow'; code?: number; ms?: number }): Promise<void> {
  await until(() => of(appointment, 'sms', 'scheduled'), 'the planned text');
  world.sandbox.faults.add({ channel: 'sms', to: appointment.phone, ...over });
  await dueNow(clinic.app, appointment.appointmentId);
  await until(() => of(appointment, 'sms', 'queued'), 'the attempt');
}

describe('a yes after a text of a new time that may not have arrived', () => {
  it.each([
    ['was answered with an error', { fault: 'fail', code: 20500 }],
    ['was not answered', { fault: 'cut_before' }],
    ['is on its way at this moment', { fault: 'slow', ms: 8_000 }],
  ] as const)('is answered with the new time where the text %s', async (_, fault) => {
    const appointment = await remindNow(clinic, { patient: { email: null } });
    await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered');
    await move(appointment, later(appointment));
    await due(appointment, fault);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/was changed\. It is now on .+ Nothing is confirmed yet/);
    expect(await standing(appointment)).toEqual({ status: 'booked', untold: true });
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/is confirmed/);
    expect(await standing(appointment)).toEqual({ status: 'confirmed', untold: false });
  });

  it('is asked for again where no other text told of the appointment: nothing of it has changed', async () => {
    const appointment = await aPlanned(clinic);
    await due(appointment, { fault: 'fail', code: 20500 });
    // A text that was missed may have been written before it came.
    const [told] = await clinic.app.nest.get(Conversations).told(appointment.phone);
    expect(told).toMatchObject({ perhaps: true });
    expect(Number(told?.arrivedBy) - Date.now()).toBeGreaterThan(23 * HOUR);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/your appointment is on .+ with .+ Reply C once more/);
    expect(await standing(appointment)).toMatchObject({ status: 'booked' });
    await text(appointment.phone, 'C');
    expect(await standing(appointment)).toMatchObject({ status: 'confirmed' });
  });
});

describe('a message of which nobody heard whether it arrived', () => {
  it('told its patient perhaps, who is to be told where the appointment is as before', async () => {
    const appointment = await aPlanned(clinic, { patient: { phone: null } });
    await dueNow(clinic.app, appointment.appointmentId);
    await once(clinic.owner, appointment.appointmentId, 'email', 'sent', 'delivered');
    await clinic.app.settle();
    await move(appointment, later(appointment));
    await until(() => of(appointment, 'email', 'scheduled'), 'the new mail');
    world.sandbox.faults.add({ channel: 'email', fault: 'cut_after', to: appointment.email });
    await dueNow(clinic.app, appointment.appointmentId);
    await until(() => of(appointment, 'email', 'unknown'), 'the mail that nobody answered for');
    await clinic.app.settle();
    expect(await standing(appointment)).toEqual({ status: 'booked', untold: true });
    await move(appointment, appointment.start);
    expect(await standing(appointment)).toEqual({ status: 'booked', untold: true });
  });
});
