import { type Interval, MINUTE, overlaps } from '@keel/calendar';
import { LIVE_STATUSES } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { newId, prepared, sent, type TxCtx } from '../../platform/index.js';
import { type AppointmentRow, APPOINTMENT_COLUMNS, APPOINTMENT_JOINS, appointmentsSeenBy } from './appointment-records.js';
import type { AppointmentDto } from './appointments.dto.js';
import { type Extent, fit, fitBack, type InTheWay } from './fit.js';

/** A stretch of a practitioner's time, the appointment itself and the buffers around it, in minutes. */
export interface Claim {
  appointmentId: string;
  practitionerId: string;
  start: Date;
  end: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  overbook: boolean;
}

/** How an appointment that has a time already takes another, or changes within it. */
export interface Retaking {
  during: Interval;
  /** Over another appointment or over time off. */
  overbook: boolean;
  /** Over more than it was already. */
  overbooksAnew: boolean;
}

/** Told outside the transaction, where the free times that the caller may take instead are looked up. */
export class TimeRefused extends Error {
  constructor(readonly reason: 'taken' | 'away') {
    super(`The time is ${reason}`);
  }
}

const LONGEST_BOOKING = "interval '1 day'";

// A time off stops the appointment itself; a buffer may reach into it. $5 and $6 hold the buffers, $8 and $9 do not.
const TAKE = `WITH taken AS (
  INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at, overbook)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::timestamptz, $7::boolean
  WHERE $7 OR NOT EXISTS (
      SELECT 1 FROM booking b WHERE b.resource_id = $3 AND b.start_at < $6 AND b.start_at > $5::timestamptz - ${LONGEST_BOOKING} AND b.end_at > $5)
    AND NOT EXISTS (SELECT 1 FROM time_off t WHERE t.practitioner_id = $3 AND t.start_at < $9::timestamptz AND t.end_at > $8::timestamptz)
  RETURNING appointment_id)
  SELECT ${APPOINTMENT_COLUMNS} FROM taken JOIN appointment a ON a.id = taken.appointment_id ${APPOINTMENT_JOINS}`;

const PUT = `WITH taken AS (
  INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at, overbook)
  VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING appointment_id)
  SELECT ${APPOINTMENT_COLUMNS} FROM taken JOIN appointment a ON a.id = taken.appointment_id ${APPOINTMENT_JOINS}`;

const interval = (row: string) =>
  `json_build_object('start', date_part('epoch', ${row}.start_at) * 1000, 'end', date_part('epoch', ${row}.end_at) * 1000)`;

/** An appointment that is off keeps beside it what it had, since its service may have other buffers when it comes back. */
const LET_GO = `WITH gone AS (DELETE FROM booking WHERE appointment_id = $1 RETURNING resource_id, start_at, end_at)
  UPDATE appointment a SET had_start_at = (SELECT g.start_at FROM gone g WHERE g.resource_id = a.practitioner_id),
    had_end_at = (SELECT g.end_at FROM gone g WHERE g.resource_id = a.practitioner_id) WHERE a.id = $1`;

/**
 * What the appointment $1 has of the time of the practitioner $2, or had when it was last called off, and what others have from $3 to $4, time
 * off from $5 to $6.
 */
const AROUND = `SELECT (SELECT ${interval('b')} FROM booking b WHERE b.appointment_id = $1 AND b.resource_id = $2) AS held,
    (SELECT json_build_object('start', date_part('epoch', a.had_start_at) * 1000, 'end', date_part('epoch', a.had_end_at) * 1000)
      FROM appointment a WHERE a.id = $1 AND a.had_start_at IS NOT NULL) AS had,
    (SELECT coalesce(json_agg(${interval('b')}), '[]') FROM booking b WHERE b.resource_id = $2 AND b.appointment_id <> $1
      AND b.start_at < $4 AND b.start_at > $3::timestamptz - ${LONGEST_BOOKING} AND b.end_at > $3) AS taken,
    (SELECT coalesce(json_agg(${interval('t')}), '[]') FROM time_off t WHERE t.practitioner_id = $2
      AND t.start_at < $6::timestamptz AND t.end_at > $5::timestamptz) AS "timeOff",
    s.buffer_before_minutes AS "bufferBeforeMinutes", s.buffer_after_minutes AS "bufferAfterMinutes"
  FROM service s WHERE s.id = $7`;

interface AroundRow extends InTheWay, Buffers {
  held: Interval | null;
  had: Interval | null;
}

type Buffers = Pick<Claim, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** SQL that locks the time of practitioners, given as text[], to the end of the transaction, in the order of the list. */
export const locked = (slot: string) =>
  `ARRAY(SELECT pg_advisory_xact_lock(hashtextextended(id, 0))::text FROM unnest(${slot}::text[]) AS id)`;

/** One order for everybody, so that two callers never wait crosswise. */
export function inLockOrder(practitionerIds: readonly string[]): string[] {
  return [...new Set(practitionerIds)].sort();
}

/**
 * Who is taken when. The exclusion constraint is the wall; the lock taken before it keeps a queue of callers in line, where
 * the constraint alone would let them wait for each other.
 */
@Injectable()
export class Bookings {
  lock(ctx: TxCtx, practitionerId: string): void {
    sent(ctx, `SELECT ${locked('$1')}`, [inLockOrder([practitionerId])]);
  }

  /** Takes the time of an appointment already written, under the practitioner's lock, and gives the appointment back. @throws TimeRefused */
  async take(ctx: TxCtx, claim: Claim): Promise<AppointmentDto> {
    const { appointmentId, practitionerId, start, end, overbook } = claim;
    const [from, to] = borders(extentOf(start, end, claim).withBuffers);
    const params = [ctx.clinicId, newId(), practitionerId, appointmentId, from, to, overbook, start, end];
    const [row] = await prepared<AppointmentRow>(ctx, TAKE, params);
    if (row) return appointmentsSeenBy(ctx)(row);
    throw new TimeRefused((await this.isAway(ctx, claim)) ? 'away' : 'taken');
  }

  /**
   * How an appointment comes by the time of the claim from where it is, or comes back to it, asked under the practitioner's lock: of the time
   * that it has nothing is asked again, unless it has that over somebody else's and is no longer meant to. @throws TimeRefused
   */
  async weigh(ctx: TxCtx, claim: Claim, current: AppointmentDto): Promise<Retaking> {
    const { appointmentId, practitionerId, start, end, overbook } = claim;
    const wanted = extentOf(start, end, claim);
    const params = [appointmentId, practitionerId, ...borders(wanted.withBuffers), start, end, current.serviceId];
    const [row] = await prepared<AroundRow>(ctx, AROUND, params);
    if (!row) throw new Error(`The service ${current.serviceId} of an appointment is gone`);
    const before = extentOf(new Date(current.start), new Date(current.end), row);
    const held = row.held && (overbook || !current.overbook) ? { ...before, taken: row.held } : undefined;
    const had = LIVE_STATUSES.includes(current.status) ? null : row.had;
    const { during, refusal } = had ? fitBack(wanted, had, row) : fit(wanted, held, row);
    if (refusal && !overbook) throw new TimeRefused(refusal);
    const staysOver = overbook && current.overbook && held !== undefined && overlaps(wanted.withBuffers, held.taken);
    const over = refusal !== null || staysOver;
    return { during: over ? wanted.withBuffers : during, overbook: over, overbooksAnew: refusal !== null };
  }

  /** Takes the time that was weighed, of an appointment already written that has released its own, and gives the appointment back. */
  async put(ctx: TxCtx, { appointmentId, practitionerId }: Claim, { during, overbook }: Retaking): Promise<AppointmentDto> {
    const params = [ctx.clinicId, newId(), practitionerId, appointmentId, ...borders(during), overbook];
    const [row] = await prepared<AppointmentRow>(ctx, PUT, params);
    if (!row) throw new Error(`The appointment ${appointmentId} is gone while it is held`);
    return appointmentsSeenBy(ctx)(row);
  }

  release(ctx: TxCtx, appointmentId: string): void {
    sent(ctx, 'DELETE FROM booking WHERE appointment_id = $1', [appointmentId]);
  }

  /** As `release`, of an appointment that is off and may come back. */
  letGo(ctx: TxCtx, appointmentId: string): void {
    sent(ctx, LET_GO, [appointmentId]);
  }

  private async isAway(ctx: TxCtx, { practitionerId, start, end }: Claim): Promise<boolean> {
    const sql = 'SELECT 1 FROM time_off WHERE practitioner_id = $1 AND start_at < $3 AND end_at > $2 LIMIT 1';
    return (await ctx.tx.query<unknown[]>(sql, [practitionerId, start, end])).length > 0;
  }
}

function extentOf(start: Date, end: Date, { bufferBeforeMinutes, bufferAfterMinutes }: Buffers): Extent {
  const appointment = { start: start.getTime(), end: end.getTime() };
  return {
    appointment,
    withBuffers: { start: appointment.start - bufferBeforeMinutes * MINUTE, end: appointment.end + bufferAfterMinutes * MINUTE },
  };
}

function borders({ start, end }: Interval): [Date, Date] {
  return [new Date(start), new Date(end)];
}
