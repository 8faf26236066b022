import { EARLIEST_DAY, isCivilDate, isKeptDay, LATEST_DAY } from '@keel/contracts';
import { DAY, MINUTE } from './wall-time.js';

// What a day is stands in contracts, whose questions are answered by days too; who works with days finds it here.
export { EARLIEST_DAY, isKeptDay, LATEST_DAY };

/** The longest stretch of time that is ever asked for, in minutes: 90 days. */
export const LONGEST_MINUTES = (90 * DAY) / MINUTE;

// An instant is kept where it falls on a kept day in UTC.
const EARLIEST = Date.parse(`${EARLIEST_DAY}T00:00:00Z`);
const END = Date.parse(`${LATEST_DAY}T00:00:00Z`) + DAY;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:[0-5]\d)$/i;

/** Whether this is an instant that Keel keeps, as RFC 3339 with its offset: without one it could be any of twenty-four. */
export function isKeptInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isCivilDate(value.slice(0, 10))) return false;
  const instant = Date.parse(value);
  return instant >= EARLIEST && instant < END;
}
