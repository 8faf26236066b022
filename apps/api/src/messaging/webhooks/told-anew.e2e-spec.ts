// What a text says of an appointment that the clinic has given to another practitioner or place: a yes is to what was said, and to nothing else.
import { CLINIC_NUMBER, dueNow, providers, type Providers } from '../../testing/messaging.fixture.js';
import { aPractitioner } from '../../testing/scheduling.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aPlanned, once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;
let harbour: string;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
  const place = { name: 'Harbour', addressLine1: '9 Harbour St', city: 'Ottawa', timeZone: 'America/Toronto' };
  harbour = ((await clinic.owner.post('/locations', place).expect(201)).body as { id: string }).id;
  const { body } = await clinic.owner.get('/locations').expect(200);
  const main = (body as { data: { id: string; name: string }[] }).data.find(({ id }) => id !== harbour);
  await clinic.owner.patch(`/locations/${main?.id}`, { addressLine1: '12 Main St' }, { ifMatch: '*' }).expect(200);
});

type Appointment = Awaited<ReturnType<typeof remindNow>>;
interface Facts {
  status: string;
  version: number;
  untold: boolean;
  locationId: string;
}

async function reminded(over: Parameters<typeof remindNow>[1] = {}): Promise<Appointment> {
  const appointment = await remindNow(clinic, over);
  await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered');
  return appointment;
}
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const lastAnswer = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .at(-1)?.body ?? '';
const facts = async ({ appointmentId }: Appointment) =>
  (await clinic.owner.get(`/appointments/${appointmentId}`).expect(200)).body as Facts;
const standing = async (appointment: Appointment) => {
  const { status, untold } = await facts(appointment);
  return { status, untold };
};
const move = ({ appointmentId }: Appointment, change: object) =>
  clinic.owner.patch(`/appointments/${appointmentId}`, { overbook: true, ...change }, { ifMatch: '*' }).expect(200);
const giveTo = async (appointment: Appointment, lastName: string) =>
  move(appointment, { practitionerId: (await aPractitioner(clinic.owner, { firstName: 'Nina', lastName })).id });
const UNTOLD = { status: 'booked', untold: true };
const KNOWN = { status: 'confirmed', untold: false };

describe('an appointment that was given to another practitioner since its reminder', () => {
  it('is told of with that name before a yes counts for it', async () => {
    const appointment = await reminded();
    await giveTo(appointment, 'Neuf');
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/was changed\. It is now on .+ with Nina Neuf\. Nothing is confirmed yet: reply C/);
    expect(await standing(appointment)).toEqual(UNTOLD);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/your appointment on .+ now with Nina Neuf is confirmed/);
    expect(await standing(appointment)).toEqual(KNOWN);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/is confirmed/);
  });

  it('is named with it where it is asked which of several is meant, and in what is said of a no', async () => {
    const first = await reminded({ days: 10 });
    const second = await aPlanned(clinic, { days: 12, patient: { firstName: 'Léo', phone: first.phone, email: `leo-${first.email}` } });
    await dueNow(clinic.app, second.appointmentId);
    await once(clinic.owner, second.appointmentId, 'sms', 'delivered');
    await giveTo(second, 'Dix');
    await text(first.phone, 'C');
    expect(lastAnswer(first.phone)).toMatch(
      /which appointment do you confirm\? Reply with its number\.\n1\) [^\n]+m\.\n2\) .+ now with Nina Dix$/,
    );
    await text(first.phone, '2');
    expect(lastAnswer(first.phone)).toMatch(/ now with Nina Dix is confirmed/);
    expect(await standing(second)).toEqual(KNOWN);
    await giveTo(first, 'Onze');
    await text(first.phone, 'no');
    await text(first.phone, '1');
    expect(lastAnswer(first.phone)).toMatch(/ now with Nina Onze is not cancelled yet/);
  });

  it('is told of with that name too where staff had said by mistake that they told it', async () => {
    const appointment = await reminded();
    await giveTo(appointment, 'Douze');
    const path = `/appointments/${appointment.appointmentId}`;
    await clinic.owner.post(`${path}/patient-told`, undefined, { ifMatch: '*' }).expect(200);
    await text(appointment.phone, 'R');
    await clinic.owner.post(`${path}/patient-not-told`, undefined, { ifMatch: '*' }).expect(200);
    await text(appointment.phone, 'C');
    expect(lastAnswer(appointment.phone)).toMatch(/was changed\. .+ with Nina Douze\./);
    expect(await standing(appointment)).toEqual(UNTOLD);
  });
});

describe('an appointment that was brought back to the place of before, after a reminder of another', () => {
  it('is told of with that place, though it bears the name of the clinic', async () => {
    const planned = await aPlanned(clinic);
    const { locationId } = await facts(planned);
    await move(planned, { locationId: harbour });
    await clinic.app.settle();
    await dueNow(clinic.app, planned.appointmentId);
    await once(clinic.owner, planned.appointmentId, 'sms', 'delivered');
    expect(world.sandbox.control.sms(planned.phone).at(-1)?.body).toContain('Harbour, 9 Harbour St');
    await clinic.app.settle();
    await move(planned, { locationId });
    await text(planned.phone, 'C');
    expect(lastAnswer(planned.phone)).toMatch(/It is now on .+ \(new place: Érablière Physio, 12 Main St\)/);
    expect(await standing(planned)).toEqual(UNTOLD);
    await text(planned.phone, 'C');
    expect(lastAnswer(planned.phone)).toMatch(/\(new place: Érablière Physio, 12 Main St\) is confirmed/);
    expect(await standing(planned)).toEqual(KNOWN);
  });
});

describe('what an answer told of an appointment', () => {
  const later = ({ start }: Appointment) => ({ start: new Date(Date.parse(start) + 5 * 3_600_000).toISOString() });
  const toldBy = async (appointment: Appointment, answer: string, expected: RegExp) => {
    await text(appointment.phone, answer);
    expect(lastAnswer(appointment.phone)).toMatch(expected);
  };
  const changedTo = (appointment: Appointment) => toldBy(appointment, 'C', /was changed\. It is now on /);

  it('is what its patient may hold to be so: that it is as before is to be told, until they say that they know it', async () => {
    const appointment = await reminded();
    await toldBy(appointment, 'C', /is confirmed/);
    await move(appointment, later(appointment));
    await changedTo(appointment);
    await move(appointment, { start: appointment.start });
    expect(await standing(appointment)).toEqual(UNTOLD);
    const [row] = await clinic.app.sql<{ at: Date }>('SELECT told_start_at AS at FROM appointment WHERE id = $1', [
      appointment.appointmentId,
    ]);
    expect(row?.at.getTime()).toBe(Date.parse(later(appointment).start));
    // One answer may have come and not the other.
    await changedTo(appointment);
    expect(await standing(appointment)).toEqual(UNTOLD);
    await toldBy(appointment, 'C', /is confirmed/);
    expect(await standing(appointment)).toEqual(KNOWN);
  });

  it('is so of a place too, which is said anew where it is the one of before again', async () => {
    const appointment = await reminded();
    const { locationId } = await facts(appointment);
    await move(appointment, { locationId: harbour });
    await toldBy(appointment, 'C', /\(new place: Harbour, 9 Harbour St/);
    await move(appointment, { locationId });
    expect(await standing(appointment)).toEqual(UNTOLD);
    await toldBy(appointment, 'C', /\(new place: Érablière Physio, 12 Main St/);
  });

  it.each([
    ['of a no', 'no', /is not cancelled yet/],
    ['of another time', 'R', /to choose another time than/],
  ])('is so in what is said %s', async (_, words, expected) => {
    const appointment = await reminded();
    await move(appointment, later(appointment));
    await toldBy(appointment, words, expected);
    expect(await standing(appointment)).toEqual(UNTOLD);
    await move(appointment, { start: appointment.start });
    expect(await standing(appointment)).toEqual(UNTOLD);
  });

  it('is so where it was asked which of several is meant', async () => {
    const first = await reminded({ days: 10 });
    const second = await aPlanned(clinic, { days: 12, patient: { firstName: 'Léo', phone: first.phone, email: `leo-${first.email}` } });
    await dueNow(clinic.app, second.appointmentId);
    await once(clinic.owner, second.appointmentId, 'sms', 'delivered');
    await move(second, later(second));
    await toldBy(first, 'C', /which appointment do you confirm/);
    await move(second, { start: second.start });
    expect(await standing(second)).toEqual(UNTOLD);
    expect(await standing(first)).toEqual({ status: 'booked', untold: false });
  });

  it('is known to whoever says yes to it, though staff had confirmed it in between', async () => {
    const appointment = await reminded();
    await move(appointment, later(appointment));
    await changedTo(appointment);
    await clinic.owner.post(`/appointments/${appointment.appointmentId}/confirm`, {}, { ifMatch: '*' }).expect(200);
    expect(await standing(appointment)).toEqual({ status: 'confirmed', untold: true });
    const { version } = await facts(appointment);
    await toldBy(appointment, 'C', /is confirmed/);
    expect(await standing(appointment)).toEqual(KNOWN);
    // As their yes behind a link: it is theirs, in the record of what was done.
    expect((await facts(appointment)).version).toBe(version + 1);
    const said = await clinic.app.sql<{ what: string }>(
      "SELECT what FROM audit_entry WHERE actor_id = 'sms_reply' AND entity_id = $1 AND action <> 'read'",
      [appointment.appointmentId],
    );
    expect(said).toEqual([{ what: 'appointment' }]);
    // Once it is known there is nothing more to say.
    await toldBy(appointment, 'C', /is confirmed/);
    expect((await facts(appointment)).version).toBe(version + 1);
    await move(appointment, { start: appointment.start });
    expect(await standing(appointment)).toEqual(UNTOLD);
  });

  it('says so where staff have confirmed what was changed', async () => {
    const appointment = await reminded();
    await move(appointment, later(appointment));
    await clinic.owner.post(`/appointments/${appointment.appointmentId}/confirm`, {}, { ifMatch: '*' }).expect(200);
    await toldBy(appointment, 'C', /was changed\. It is now on .+\. It is noted as confirmed: reply C if that suits you, or call/);
    await toldBy(appointment, 'C', /is confirmed/);
    expect(await standing(appointment)).toEqual(KNOWN);
  });

  it('is nothing where no answer is sent: they were told nothing', async () => {
    const appointment = await reminded();
    await move(appointment, later(appointment));
    await text(appointment.phone, 'STOP');
    await text(appointment.phone, 'C');
    await move(appointment, { start: appointment.start });
    expect(await standing(appointment)).toEqual({ status: 'booked', untold: false });
  });
});
