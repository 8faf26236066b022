import { type Interval, MINUTE, overlaps } from '@keel/calendar';
import { LIVE_STATUSES } from '@keel/contracts';
import { prepared, sent, type TxCtx } from '../../platform/index.js';
import { type Bookings, released } from '../bookings/bookings.js';
import { type Claim, type Need, type Stretch, TimeRefused } from '../bookings/claim.js';
import type { AppointmentDto } from './appointments.dto.js';
import { type Extent, fit, fitBack } from './fit.js';

/** How an appointment that has a time already takes another, or changes within it. */
export interface Retaking {
  stretches: Stretch[];
  /** Over another appointment or over time off. */
  overbook: boolean;
  /** Over more than it was already. */
  overbooksAnew: boolean;
}

type Buffers = Pick<Need, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** What the appointment $1 had when it was last called off, and what its service $2 keeps free by now. */
const HAD = `SELECT (SELECT json_build_object('start', date_part('epoch', a.had_start_at) * 1000, 'end', date_part('epoch', a.had_end_at) * 1000)
      FROM appointment a WHERE a.id = $1 AND a.had_start_at IS NOT NULL) AS had,
    s.buffer_before_minutes AS "bufferBeforeMinutes", s.buffer_after_minutes AS "bufferAfterMinutes"
  FROM service s WHERE s.id = $2`;

/** An appointment that is off keeps beside it what it had, since its service may have other buffers when it comes back. */
const LET_GO = `WITH gone AS (${released('appointment', '$1')})
  UPDATE appointment a SET had_start_at = (SELECT g.start_at FROM gone g WHERE g.resource_id = a.practitioner_id),
    had_end_at = (SELECT g.end_at FROM gone g WHERE g.resource_id = a.practitioner_id) WHERE a.id = $1`;

/** Lets go of the time of an appointment that is off and may come back. */
export function letGo(ctx: TxCtx, appointmentId: string): void {
  sent(ctx, LET_GO, [appointmentId]);
}

/**
 * How an appointment comes by the time of the claim from where it is, or comes back to it, asked under the lock. Time that it already has
 * is not checked again, unless it is overbooked and overbooking is no longer asked for. @throws TimeRefused
 */
export async function weigh(ctx: TxCtx, bookings: Bookings, claim: Claim, current: AppointmentDto): Promise<Retaking> {
  const [[row], ...inTheWay] = await Promise.all([
    prepared<Buffers & { had: Interval | null }>(ctx, HAD, [claim.owner.id, current.serviceId]),
    ...claim.needs.map((need) => bookings.around(ctx, claim, need)),
  ]);
  if (!row) throw new Error(`The service ${current.serviceId} of an appointment is gone`);
  const before = extentOf(new Date(current.start), new Date(current.end), row);
  const had = LIVE_STATUSES.includes(current.status) ? null : row.had;
  const { overbook } = claim;
  const found = claim.needs.map((need, index) => {
    const around = inTheWay[index]!;
    const wanted = extentOf(claim.start, claim.end, need);
    const held = around.held && (overbook || !current.overbook) ? { ...before, taken: around.held } : undefined;
    const { during, refusal } = had ? fitBack(wanted, had, around) : fit(wanted, held, around);
    if (refusal && !overbook) throw new TimeRefused(refusal, claim);
    const staysOver = overbook && current.overbook && held !== undefined && overlaps(wanted.withBuffers, held.taken);
    const over = refusal !== null || staysOver;
    return { resourceId: need.resourceId, during: over ? wanted.withBuffers : during, over, anew: refusal !== null };
  });
  return {
    stretches: found.map(({ resourceId, during }) => ({ resourceId, start: new Date(during.start), end: new Date(during.end) })),
    overbook: found.some(({ over }) => over),
    overbooksAnew: found.some(({ anew }) => anew),
  };
}

function extentOf(start: Date, end: Date, { bufferBeforeMinutes, bufferAfterMinutes }: Buffers): Extent {
  const appointment = { start: start.getTime(), end: end.getTime() };
  return {
    appointment,
    withBuffers: { start: appointment.start - bufferBeforeMinutes * MINUTE, end: appointment.end + bufferAfterMinutes * MINUTE },
  };
}
