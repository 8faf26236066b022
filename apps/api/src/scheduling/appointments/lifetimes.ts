import { dateIn } from '@keel/calendar';
import { keepPatient } from '../../patients/index.js';
import type { TxCtx } from '../../platform/index.js';
import { AppointmentBeforeBirthError } from '../scheduling.errors.js';
import type { AppointmentDto } from './appointments.dto.js';
import { AppointmentAfterDeathError } from './lifetime.errors.js';

/** The days of a person, `YYYY-MM-DD`. */
export interface Lifetime {
  bornOn: string;
  diedOn: string | null;
}

/** On which side of a lifetime a day is; undefined within it, its first and its last day included. */
export function sideOf({ bornOn, diedOn }: Lifetime, day: string): 'before' | 'after' | undefined {
  if (day < bornOn) return 'before';
  return diedOn !== null && day > diedOn ? 'after' : undefined;
}

const LIFETIME = 'SELECT date_of_birth::text AS "bornOn", deceased_on::text AS "diedOn" FROM patient_card WHERE id = $1';

/**
 * Nobody comes to an appointment before their birth or after the day of their death, by the calendar of the place. Neither date
 * changes until the transaction ends. @throws AppointmentAfterDeathError, AppointmentBeforeBirthError
 */
export async function assertLived(ctx: TxCtx, { patientId, start, location }: AppointmentDto): Promise<void> {
  keepPatient(ctx, patientId);
  const [lifetime] = await ctx.tx.query<Lifetime[]>(LIFETIME, [patientId]);
  const side = lifetime && sideOf(lifetime, dateIn(location.timeZone, Date.parse(start)));
  if (side === 'after') throw new AppointmentAfterDeathError();
  if (side === 'before') throw new AppointmentBeforeBirthError();
}
