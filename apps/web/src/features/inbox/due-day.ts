import { addDays, type CivilDate, dateIn, isKeptDay, MINUTE, startOfDay } from '@keel/calendar';

/** The last minute of the day by the clinic's clock: who is to do something on Friday has Friday for it. Undefined where it is no day. */
export function endOfDay(day: string, zone: string): string | undefined {
  return isKeptDay(day) ? new Date(startOfDay(zone, addDays(day, 1)) - MINUTE).toISOString() : undefined;
}

export const dayOf = (dueAt: string, zone: string): CivilDate => dateIn(zone, Date.parse(dueAt));
