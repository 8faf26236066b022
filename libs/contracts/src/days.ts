/** A day of the calendar, `YYYY-MM-DD`, of no zone. */
export type CivilDate = string;

/** The first and the last day that Keel keeps, both included: nobody living was born before, and nothing is planned after. */
export const EARLIEST_DAY: CivilDate = '1900-01-01';
export const LATEST_DAY: CivilDate = '2199-12-31';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a day that exists: 2028-02-29 does, 2027-02-29 does not. */
export function isCivilDate(text: string): text is CivilDate {
  if (!DATE.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Whether this is a day that exists and that Keel keeps, as `YYYY-MM-DD`. */
export function isKeptDay(value: unknown): value is CivilDate {
  return typeof value === 'string' && isCivilDate(value) && value >= EARLIEST_DAY && value <= LATEST_DAY;
}
