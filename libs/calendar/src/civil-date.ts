import { type CivilDate, isCivilDate } from '@keel/contracts';
import { DAY, HOUR, type Instant, MINUTE, toInstant, toWall, type WallTime } from './wall-time.js';

export { type CivilDate, isCivilDate };

/** A reading of the clock, `HH:MM`; `24:00` is the end of the day. */
export type ClockTime = string;

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

export function isClockTime(text: string): text is ClockTime {
  return CLOCK.test(text);
}

/** Midnight at which `date` begins, as wall time. @throws RangeError where there is no such day. */
export function wallOf(date: CivilDate): WallTime {
  if (!isCivilDate(date)) throw new RangeError(`"${date}" is not a date`);
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day that a wall time falls on. */
export function civilDate(wall: WallTime): CivilDate {
  return new Date(wall).toISOString().slice(0, 10);
}

/** Minutes from midnight, 0 to 1440. @throws RangeError */
export function minutesOf(clock: ClockTime): number {
  const match = CLOCK.exec(clock);
  if (!match) throw new RangeError(`"${clock}" is not a time of the day`);
  return match[1] === undefined ? DAY / MINUTE : Number(match[1]) * (HOUR / MINUTE) + Number(match[2]);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(wallOf(date) + days * DAY);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: CivilDate): number {
  return weekdayOfWall(wallOf(date));
}

export function weekdayOfWall(wall: WallTime): number {
  // 1970-01-01 was a Thursday.
  return ((((Math.floor(wall / DAY) + 3) % 7) + 7) % 7) + 1;
}

/** The day that the clock in `zone` shows at `instant`. */
export function dateIn(zone: string, instant: Instant): CivilDate {
  return civilDate(toWall(zone, instant));
}

/** The first instant of the day in the zone; not always midnight, since some zones change clocks at it. */
export function startOfDay(zone: string, date: CivilDate): Instant {
  return toInstant(zone, wallOf(date));
}
