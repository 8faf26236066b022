// What a text says of a visit that the clinic has given to another practitioner or place: a yes is to what was said, and to nothing else.
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

type Visit = Awaited<ReturnType<typeof remindNow>>;
interface Facts {
  status: string;
  untold: boolean;
  locationId: string;
}

async function reminded(over: Parameters<typeof remindNow>[1] = {}): Promise<Visit> {
  const visit = await remindNow(clinic, over);
  await once(clinic.owner, visit.visitId, 'sms', 'delivered');
  return visit;
}
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const lastAnswer = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .at(-1)?.body ?? '';
const facts = async ({ visitId }: Visit) => (await clinic.owner.get(`/appointments/${visitId}`).expect(200)).body as Facts;
const standing = async (visit: Visit) => {
  const { status, untold } = await facts(visit);
  return { status, untold };
};
const move = ({ visitId }: Visit, change: object) =>
  clinic.owner.patch(`/appointments/${visitId}`, { overbook: true, ...change }, { ifMatch: '*' }).expect(200);
const giveTo = async (visit: Visit, lastName: string) =>
  move(visit, { practitionerId: (await aPractitioner(clinic.owner, { firstName: 'Nina', lastName })).id });
const UNTOLD = { status: 'booked', untold: true };
const KNOWN = { status: 'confirmed', untold: false };

describe('a visit that was given to another practitioner since its reminder', () => {
  it('is told of with that name before a yes counts for it', async () => {
    const visit = await reminded();
    await giveTo(visit, 'Neuf');
    await text(visit.phone, 'C');
    expect(lastAnswer(visit.phone)).toMatch(/was changed\. It is now on .+ with Nina Neuf\. Nothing is confirmed yet: reply C/);
    expect(await standing(visit)).toEqual(UNTOLD);
    await text(visit.phone, 'C');
    expect(lastAnswer(visit.phone)).toMatch(/your visit on .+ now with Nina Neuf is confirmed/);
    expect(await standing(visit)).toEqual(KNOWN);
    await text(visit.phone, 'C');
    expect(lastAnswer(visit.phone)).toMatch(/is confirmed/);
  });

  it('is named with it where it is asked which of several is meant, and in what is said of a no', async () => {
    const first = await reminded({ days: 10 });
    const second = await aPlanned(clinic, { days: 12, patient: { firstName: 'Léo', phone: first.phone, email: `leo-${first.email}` } });
    await dueNow(clinic.app, second.visitId);
    await once(clinic.owner, second.visitId, 'sms', 'delivered');
    await giveTo(second, 'Dix');
    await text(first.phone, 'C');
    expect(lastAnswer(first.phone)).toMatch(/which visit do you mean\? Reply with its number\.\n1\) [^\n]+m\.\n2\) .+ now with Nina Dix$/);
    await text(first.phone, '2');
    expect(lastAnswer(first.phone)).toMatch(/ now with Nina Dix is confirmed/);
    expect(await standing(second)).toEqual(KNOWN);
    await giveTo(first, 'Onze');
    await text(first.phone, 'no');
    await text(first.phone, '1');
    expect(lastAnswer(first.phone)).toMatch(/ now with Nina Onze is not cancelled yet/);
  });

  it('is told of with that name too where staff had said by mistake that they told it', async () => {
    const visit = await reminded();
    await giveTo(visit, 'Douze');
    const path = `/appointments/${visit.visitId}`;
    await clinic.owner.post(`${path}/patient-told`, undefined, { ifMatch: '*' }).expect(200);
    await text(visit.phone, 'R');
    await clinic.owner.post(`${path}/patient-not-told`, undefined, { ifMatch: '*' }).expect(200);
    await text(visit.phone, 'C');
    expect(lastAnswer(visit.phone)).toMatch(/was changed\. .+ with Nina Douze\./);
    expect(await standing(visit)).toEqual(UNTOLD);
  });
});

describe('a visit that was brought back to the place of before, after a reminder of another', () => {
  it('is told of with that place, though it bears the name of the clinic', async () => {
    const planned = await aPlanned(clinic);
    const { locationId } = await facts(planned);
    await move(planned, { locationId: harbour });
    await clinic.app.settle();
    await dueNow(clinic.app, planned.visitId);
    await once(clinic.owner, planned.visitId, 'sms', 'delivered');
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

describe('what an answer told of a visit', () => {
  const later = ({ start }: Visit) => ({ start: new Date(Date.parse(start) + 5 * 3_600_000).toISOString() });
  const toldBy = async (visit: Visit, answer: string, expected: RegExp) => {
    await text(visit.phone, answer);
    expect(lastAnswer(visit.phone)).toMatch(expected);
  };
  const changedTo = (visit: Visit) => toldBy(visit, 'C', /was changed\. It is now on /);

  it('is what its patient may hold to be so: that it is as before is to be told, until they say that they know it', async () => {
    const visit = await reminded();
    await toldBy(visit, 'C', /is confirmed/);
    await move(visit, later(visit));
    await changedTo(visit);
    await move(visit, { start: visit.start });
    expect(await standing(visit)).toEqual(UNTOLD);
    const [row] = await clinic.app.sql<{ at: Date }>('SELECT told_start_at AS at FROM appointment WHERE id = $1', [visit.visitId]);
    expect(row?.at.getTime()).toBe(Date.parse(later(visit).start));
    // One answer may have come and not the other.
    await changedTo(visit);
    expect(await standing(visit)).toEqual(UNTOLD);
    await toldBy(visit, 'C', /is confirmed/);
    expect(await standing(visit)).toEqual(KNOWN);
  });

  it('is so of a place too, which is said anew where it is the one of before again', async () => {
    const visit = await reminded();
    const { locationId } = await facts(visit);
    await move(visit, { locationId: harbour });
    await toldBy(visit, 'C', /\(new place: Harbour, 9 Harbour St/);
    await move(visit, { locationId });
    expect(await standing(visit)).toEqual(UNTOLD);
    await toldBy(visit, 'C', /\(new place: Érablière Physio, 12 Main St/);
  });

  it.each([
    ['of a no', 'no', /is not cancelled yet/],
    ['of another time', 'R', /to choose another time than/],
  ])('is so in what is said %s', async (_, words, expected) => {
    const visit = await reminded();
    await move(visit, later(visit));
    await toldBy(visit, words, expected);
    expect(await standing(visit)).toEqual(UNTOLD);
    await move(visit, { start: visit.start });
    expect(await standing(visit)).toEqual(UNTOLD);
  });

  it('is so where it was asked which of several is meant', async () => {
    const first = await reminded({ days: 10 });
    const second = await aPlanned(clinic, { days: 12, patient: { firstName: 'Léo', phone: first.phone, email: `leo-${first.email}` } });
    await dueNow(clinic.app, second.visitId);
    await once(clinic.owner, second.visitId, 'sms', 'delivered');
    await move(second, later(second));
    await toldBy(first, 'C', /which visit do you mean/);
    await move(second, { start: second.start });
    expect(await standing(second)).toEqual(UNTOLD);
    expect(await standing(first)).toEqual({ status: 'booked', untold: false });
  });

  it('is known to whoever says yes to it, though staff had confirmed it in between', async () => {
    const visit = await reminded();
    await move(visit, later(visit));
    await changedTo(visit);
    await clinic.owner.post(`/appointments/${visit.visitId}/confirm`, {}, { ifMatch: '*' }).expect(200);
    expect(await standing(visit)).toEqual({ status: 'confirmed', untold: true });
    await toldBy(visit, 'C', /is confirmed/);
    expect(await standing(visit)).toEqual(KNOWN);
    await move(visit, { start: visit.start });
    expect(await standing(visit)).toEqual(UNTOLD);
  });

  it('is nothing where no answer is sent: they were told nothing', async () => {
    const visit = await reminded();
    await move(visit, later(visit));
    await text(visit.phone, 'STOP');
    await text(visit.phone, 'C');
    await move(visit, { start: visit.start });
    expect(await standing(visit)).toEqual({ status: 'booked', untold: false });
  });
});
