import { HOUR, MINUTE } from '@keel/calendar';
import { Db, newId, systemCtx, type TxCtx } from '../../platform/index.js';
import { aDiary, at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { session } from '../../testing/session.js';
import { Bookings } from './bookings.js';
import { type Claim, type Need, type Owner, TimeRefused } from './claim.js';

const TEN = new Date(at(comingDay(), '10:00')).getTime();
const need = (resourceId: string, before = 0, after = 0): Need => ({
  resourceId,
  bufferBeforeMinutes: before,
  bufferAfterMinutes: after,
});
const aHold = (): Owner => ({ kind: 'hold', id: newId() });

async function scene() {
  const here = await session('owner');
  const bookings = here.app.nest.get(Bookings);
  const db = here.app.nest.get(Db);
  const inTx = <T>(work: (ctx: TxCtx) => Promise<T>) => db.tx(systemCtx(here.clinic.id, 'bookings.e2e-spec'), work);
  const claim = (needs: Need[], { owner = aHold(), from = TEN, minutes = 30, overbook = false } = {}): Claim => ({
    owner,
    needs,
    start: new Date(from),
    end: new Date(from + minutes * MINUTE),
    overbook,
    wish: null,
  });
  const take = (wanted: Claim) =>
    inTx(async (ctx) => {
      bookings.lock(
        ctx,
        wanted.needs.map(({ resourceId }) => resourceId),
      );
      await bookings.take(ctx, wanted);
    });
  const refusal = (wanted: Claim) =>
    take(wanted).then(
      () => undefined,
      (error: unknown) => error as TimeRefused,
    );
  const held = async ({ kind, id }: Owner) =>
    (
      await here.app.sql<{ resourceId: string }>(`SELECT resource_id AS "resourceId" FROM booking WHERE ${kind}_id = $1 ORDER BY 1`, [id])
    ).map(({ resourceId }) => resourceId);
  return { ...here, bookings, inTx, claim, take, refusal, held };
}

describe('the room of bookings', () => {
  it('takes all that is needed or nothing of it, for an appointment, a group or a hold alike', async () => {
    const { claim, take, refusal, held } = await scene();
    const [practitioner, room, other] = [newId(), newId(), newId()];
    const first = claim([need(practitioner), need(room)]);
    await take(first);
    expect(await held(first.owner)).toEqual([practitioner, room].toSorted());
    const second = claim([need(other), need(room)], { owner: { kind: 'group', id: newId() } });
    expect(await refusal(second)).toMatchObject({ reason: 'taken', aborted: false, claim: second });
    expect(await held(second.owner)).toEqual([]);
    const elsewhere = claim([need(other), need(newId())], { owner: { kind: 'group', id: newId() } });
    await take(elsewhere);
    expect(await held(elsewhere.owner)).toHaveLength(2);
  });

  it('keeps the buffers of each resource free, and lets others in right after them', async () => {
    const { claim, take, refusal } = await scene();
    const [practitioner, room] = [newId(), newId()];
    await take(claim([need(practitioner, 0, 10), need(room, 15, 0)]));
    const after = TEN + 30 * MINUTE;
    expect(await refusal(claim([need(practitioner)], { from: after }))).toMatchObject({ reason: 'taken' });
    await take(claim([need(room)], { from: after }));
    await take(claim([need(practitioner)], { from: after + 10 * MINUTE }));
    expect(await refusal(claim([need(room)], { from: TEN - 30 * MINUTE }))).toMatchObject({ reason: 'taken' });
  });

  it('is in the way of an appointment, and lets go of everything at once', async () => {
    const { owner: agent, inTx, bookings, claim, take, refusal, held } = await scene();
    const diary = await aDiary(agent);
    const hold = claim([need(diary.practitionerId), need(newId())]);
    await take(hold);
    const { body } = await agent.post('/appointments', { ...diary, start: at(comingDay(), '10:00') }).expect(409);
    expect(body).toMatchObject({ code: 'SLOT_TAKEN', alternatives: expect.any(Array) });
    await inTx(async (ctx) => bookings.release(ctx, hold.owner));
    expect(await held(hold.owner)).toEqual([]);
    const appointment = await anAppointment(agent, diary);
    expect(await held({ kind: 'appointment', id: appointment.id })).toEqual([diary.practitionerId]);
    expect(await refusal(claim([need(diary.practitionerId)]))).toMatchObject({ reason: 'taken' });
  });

  it('says that somebody is away, where time off is what stops it, and books over both when told to', async () => {
    const { owner: agent, claim, take, refusal, held } = await scene();
    const { practitionerId } = await aDiary(agent);
    const day = comingDay();
    await agent.post('/time-off', { practitionerId, start: at(day, '09:00'), end: at(day, '12:00') }).expect(201);
    expect(await refusal(claim([need(newId()), need(practitionerId)]))).toMatchObject({ reason: 'away' });
    const over = claim([need(practitionerId)], { overbook: true });
    await take(over);
    expect(await held(over.owner)).toEqual([practitionerId]);
    // A buffer may reach into time off.
    await take(claim([need(practitionerId, 15, 0)], { from: TEN + 2 * HOUR }));
  });

  it('translates the constraint, which stands behind the lock, into the same refusal', async () => {
    const { inTx, bookings, claim, take } = await scene();
    const resourceId = newId();
    await take(claim([need(resourceId)]));
    const blind = claim([need(resourceId)]);
    const error = await inTx((ctx) => bookings.put(ctx, blind, [{ resourceId, start: blind.start, end: blind.end }], false)).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(TimeRefused);
    expect(error).toMatchObject({ reason: 'taken', aborted: true, claim: blind });
  });

  it('gives each time to one of many who want several resources in any order, and none of them waits for ever', async () => {
    const { claim, refusal, app, clinic } = await scene();
    const resources = Array.from({ length: 4 }, () => newId());
    const wants = Array.from({ length: 40 }, (_, index) => {
      const [one, other] = [resources[index % 4]!, resources[(index + 1 + (index % 3)) % 4]!];
      return claim([need(one), need(other)], { from: TEN + (index % 5) * 30 * MINUTE });
    });
    const refusals = await Promise.all(wants.map(refusal));
    for (const error of refusals) if (error) expect(error).toBeInstanceOf(TimeRefused);
    const taken = refusals.filter((error) => error === undefined).length;
    expect(taken).toBeGreaterThanOrEqual(5);
    expect(taken).toBeLessThanOrEqual(10);
    expect(await app.sql('SELECT count(*)::int AS n FROM booking WHERE clinic_id = $1', [clinic.id])).toEqual([{ n: 2 * taken }]);
  });

  it('is refused by the database to nobody and to two owners at once', async () => {
    const { app, clinic } = await scene();
    for (const owners of ['NULL, NULL', 'uuidv7(), uuidv7()'])
      await expect(
        app.sql(
          `INSERT INTO booking (clinic_id, id, resource_id, group_id, hold_id, start_at, end_at)
           SELECT $1::uuid, uuidv7(), uuidv7(), ${owners}, now(), now() + interval '1 hour'`,
          [clinic.id],
        ),
      ).rejects.toThrow('booking_of_one_owner');
  });
});
