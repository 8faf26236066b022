import { minutesOf } from './civil-date.js';

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Indexes of shifts that overlap an earlier one of the list; the week is a ring, so Sunday night meets Monday morning. */
export function overlappingShifts(weekly: readonly { weekday: number; start: string; end: string }[]): number[] {
  const spans = weekly.map(({ weekday, start, end }) => {
    const from = (weekday - 1) * DAY + minutesOf(start);
    const length = (minutesOf(end) - minutesOf(start) + DAY) % DAY || DAY;
    return { from, length };
  });
  const ahead = (a: number, b: number) => (b - a + WEEK) % WEEK;
  return spans.flatMap((one, index) => {
    const meets = spans
      .slice(0, index)
      .some((other) => ahead(one.from, other.from) < one.length || ahead(other.from, one.from) < other.length);
    return meets ? [index] : [];
  });
}
