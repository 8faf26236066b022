import { type Interval, MINUTE } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { newId, prepared, sent, type TxCtx, violatedConstraint } from '../../platform/index.js';
import { type Claim, type Need, type Owner, type Stretch, TimeRefused } from './claim.js';
import { inLockOrder, locked } from './locks.js';

const OWNER_COLUMN: Readonly<Record<Owner['kind'], string>> = { appointment: 'appointment_id', group: 'group_id', hold: 'hold_id' };

/** No booking is longer, which bounds the scan of its index from below. */
const LONGEST_BOOKING = "interval '1 day'";
const NO_OVERLAP = 'booking_no_overlap';

// What is wanted: $1 to $4 for each resource its id, its time with buffers, and a new id for the row; $5 and $6 the time without buffers.
const WANTED = 'unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::uuid[]) AS w (resource_id, start_at, end_at, id)';
const TAKEN = `EXISTS (SELECT 1 FROM booking b WHERE b.resource_id = w.resource_id AND b.start_at < w.end_at
    AND b.start_at > w.start_at - ${LONGEST_BOOKING} AND b.end_at > w.start_at)`;
// Time off stops what it lies over; a buffer may reach into it.
const AWAY = `EXISTS (SELECT 1 FROM time_off t WHERE t.practitioner_id = w.resource_id AND t.start_at < $6::timestamptz AND t.end_at > $5::timestamptz)`;

const take = (owner: string) => `
  INSERT INTO booking (clinic_id, id, resource_id, ${owner}, start_at, end_at, overbook)
  SELECT $7::uuid, w.id, w.resource_id, $8::uuid, w.start_at, w.end_at, $9::boolean FROM ${WANTED}
  WHERE $9 OR NOT EXISTS (SELECT 1 FROM ${WANTED} WHERE ${TAKEN} OR ${AWAY})
  RETURNING resource_id`;

/** Why what was wanted is refused, of the first resource that is. */
const WHY = `SELECT ${AWAY} AS away FROM ${WANTED} WHERE ${TAKEN} OR ${AWAY} ORDER BY away DESC LIMIT 1`;

const put = (owner: string) => `
  INSERT INTO booking (clinic_id, id, resource_id, ${owner}, start_at, end_at, overbook)
  SELECT $5::uuid, w.id, w.resource_id, $6::uuid, w.start_at, w.end_at, $7::boolean FROM ${WANTED}`;

const interval = (row: string) =>
  `json_build_object('start', date_part('epoch', ${row}.start_at) * 1000, 'end', date_part('epoch', ${row}.end_at) * 1000)`;

/** What $1 has of the resource $2, and what others have of it from $3 to $4, time off from $5 to $6. */
const around = (owner: string) => `
  SELECT (SELECT ${interval('b')} FROM booking b WHERE b.${owner} = $1 AND b.resource_id = $2) AS held,
    (SELECT coalesce(json_agg(${interval('b')}), '[]') FROM booking b WHERE b.resource_id = $2 AND b.${owner} IS DISTINCT FROM $1::uuid
      AND b.start_at < $4 AND b.start_at > $3::timestamptz - ${LONGEST_BOOKING} AND b.end_at > $3) AS taken,
    (SELECT coalesce(json_agg(${interval('t')}), '[]') FROM time_off t WHERE t.practitioner_id = $2
      AND t.start_at < $6::timestamptz AND t.end_at > $5::timestamptz) AS "timeOff"`;

/** What an owner has of a resource already, and what others have that is in the way of it. */
export interface Around {
  held: Interval | null;
  taken: Interval[];
  timeOff: Interval[];
}

/** SQL that lets go of all that the owner `slot` has and returns resource_id, start_at and end_at of it. */
export const released = (kind: Owner['kind'], slot: string) =>
  `DELETE FROM booking WHERE ${OWNER_COLUMN[kind]} = ${slot} RETURNING resource_id, start_at, end_at`;

/**
 * The room of who and what is taken when. It knows no appointment: whoever needs time (an appointment, a group, a hold) claims it
 * of all that is needed at once. The exclusion constraint is the wall; the lock taken before it keeps a queue of callers in line,
 * where the constraint alone would let them wait for each other. Callers `lock` first, and ask and take after it.
 */
@Injectable()
export class Bookings {
  lock(ctx: TxCtx, resourceIds: readonly string[]): void {
    sent(ctx, `SELECT ${locked('$1')}`, [inLockOrder(resourceIds)]);
  }

  /** Takes the time of all that is needed, where all of it is free. @throws TimeRefused */
  async take(ctx: TxCtx, claim: Claim): Promise<void> {
    const { owner, needs, start, end, overbook } = claim;
    const wanted = wantedOf(needs.map((need) => withBuffers(need, start, end)));
    const params = [...wanted, start, end];
    const taking = [...params, ctx.clinicId, owner.id, overbook];
    const taken = await asClaimed(claim, prepared(ctx, take(OWNER_COLUMN[owner.kind]), taking));
    if (taken.length === needs.length) return;
    const [why] = await prepared<{ away: boolean }>(ctx, WHY, params);
    throw new TimeRefused(why?.away ? 'away' : 'taken', claim);
  }

  /** Takes time that was found to be free, or is meant to lie over others. @throws TimeRefused where it was not asked under the lock */
  async put(ctx: TxCtx, claim: Claim, stretches: readonly Stretch[], overbook: boolean): Promise<void> {
    const params = [...wantedOf(stretches), ctx.clinicId, claim.owner.id, overbook];
    await asClaimed(claim, prepared(ctx, put(OWNER_COLUMN[claim.owner.kind]), params));
  }

  /** Of one resource, over the time of the claim and its buffers. */
  async around(ctx: TxCtx, { owner, start, end }: Claim, need: Need): Promise<Around> {
    const { start: from, end: to } = withBuffers(need, start, end);
    const [row] = await prepared<Around>(ctx, around(OWNER_COLUMN[owner.kind]), [owner.id, need.resourceId, from, to, start, end]);
    return row ?? { held: null, taken: [], timeOff: [] };
  }

  release(ctx: TxCtx, owner: Owner): void {
    sent(ctx, released(owner.kind, '$1'), [owner.id]);
  }
}

/** The constraint's refusal is the room's own. */
async function asClaimed<T>(claim: Claim, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw violatedConstraint(error) === NO_OVERLAP ? new TimeRefused('taken', claim, true) : error;
  }
}

function withBuffers({ resourceId, bufferBeforeMinutes, bufferAfterMinutes }: Need, start: Date, end: Date): Stretch {
  return {
    resourceId,
    start: new Date(start.getTime() - bufferBeforeMinutes * MINUTE),
    end: new Date(end.getTime() + bufferAfterMinutes * MINUTE),
  };
}

function wantedOf(stretches: readonly Stretch[]): [string[], Date[], Date[], string[]] {
  return [
    stretches.map(({ resourceId }) => resourceId),
    stretches.map(({ start }) => start),
    stretches.map(({ end }) => end),
    stretches.map(newId),
  ];
}
