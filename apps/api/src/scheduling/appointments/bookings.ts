import { Injectable } from '@nestjs/common';
import { newId, prepared, sent, type TxCtx } from '../../platform/index.js';
import { type AppointmentRow, VISIT_COLUMNS, VISIT_JOINS, visitsSeenBy } from './appointment-records.js';
import type { AppointmentDto } from './appointments.dto.js';

/** A stretch of a practitioner's time, the visit itself and the buffers around it, in minutes. */
export interface Claim {
  appointmentId: string;
  practitionerId: string;
  start: Date;
  end: Date;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  overbook: boolean;
}

/** Told outside the transaction, where the free times that the caller may take instead are looked up. */
export class TimeRefused extends Error {
  constructor(readonly reason: 'taken' | 'away') {
    super(`The time is ${reason}`);
  }
}

const LONGEST_BOOKING = "interval '1 day'";

// A time off stops the visit itself; a buffer may reach into it. $5 and $6 hold the buffers, $8 and $9 do not.
const TAKE = `WITH taken AS (
  INSERT INTO booking (clinic_id, id, resource_id, appointment_id, start_at, end_at, overbook)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::timestamptz, $7::boolean
  WHERE $7 OR NOT EXISTS (
      SELECT 1 FROM booking b WHERE b.resource_id = $3 AND b.start_at < $6 AND b.start_at > $5::timestamptz - ${LONGEST_BOOKING} AND b.end_at > $5)
    AND NOT EXISTS (SELECT 1 FROM time_off t WHERE t.practitioner_id = $3 AND t.start_at < $9::timestamptz AND t.end_at > $8::timestamptz)
  RETURNING appointment_id)
  SELECT ${VISIT_COLUMNS} FROM taken JOIN appointment a ON a.id = taken.appointment_id ${VISIT_JOINS}`;

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

  /** Takes the time of a visit already written, under the practitioner's lock, and gives the visit back. @throws TimeRefused */
  async take(ctx: TxCtx, claim: Claim): Promise<AppointmentDto> {
    const { appointmentId, practitionerId, start, end, overbook } = claim;
    const from = new Date(start.getTime() - claim.bufferBeforeMinutes * 60_000);
    const to = new Date(end.getTime() + claim.bufferAfterMinutes * 60_000);
    const params = [ctx.clinicId, newId(), practitionerId, appointmentId, from, to, overbook, start, end];
    const [row] = await prepared<AppointmentRow>(ctx, TAKE, params);
    if (row) return visitsSeenBy(ctx)(row);
    throw new TimeRefused((await this.isAway(ctx, claim)) ? 'away' : 'taken');
  }

  release(ctx: TxCtx, appointmentId: string): void {
    sent(ctx, 'DELETE FROM booking WHERE appointment_id = $1', [appointmentId]);
  }

  private async isAway(ctx: TxCtx, { practitionerId, start, end }: Claim): Promise<boolean> {
    const sql = 'SELECT 1 FROM time_off WHERE practitioner_id = $1 AND start_at < $3 AND end_at > $2 LIMIT 1';
    return (await ctx.tx.query<unknown[]>(sql, [practitionerId, start, end])).length > 0;
  }
}
