import { addDays, type CivilDate, minutesOf, wallOf, weekdayOf } from './civil-date.js';
import { type Interval, overlaps } from './intervals.js';
import type { Instant } from './wall-time.js';
import { shiftOn, type WeeklyShift, type WeeklyTemplate } from './working-hours.js';

const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** A year of clock changes, and the nights at both ends of it. */
const WEEKS_COMPARED = 54;

export interface Overlap {
  /** Place of the shift in the list, and of the earlier one that it overlaps. */
  index: number;
  other: number;
  /** From when on both are worked; null for two by one clock, which overlap in every week. */
  at: Instant | null;
}

/** Hours as far as it matters whether somebody can be at all of them. */
export type HoursInForce = Pick<WeeklyTemplate, 'effectiveFrom' | 'effectiveTo'> & { weekly: readonly Omit<WeeklyShift, 'locationId'>[] };

/**
 * Shifts that overlap an earlier one of the list, each with the first that it overlaps. By one clock the week is a ring, so
 * Sunday night meets Monday morning. By two, the instants of a year are compared, both from the first day of the hours and
 * from `today`: their clocks may change on other nights, or not at all, and the law of a zone may have changed since then.
 */
export function overlappingShifts(hours: HoursInForce, today: CivilDate): Overlap[] {
  const { weekly } = hours;
  const worked = new Map<number, Interval[]>();
  const workedIn = (index: number) => {
    let found = worked.get(index);
    if (!found) worked.set(index, (found = timesOf(weekly[index]!, hours, today)));
    return found;
  };
  const meeting = (index: number, other: number): Overlap[] => {
    const [one, two] = [weekly[index]!, weekly[other]!];
    if (one.timeZone === two.timeZone) return meetEveryWeek(one, two) ? [{ index, other, at: null }] : [];
    const at = firstShared(workedIn(index), workedIn(other));
    return at === undefined ? [] : [{ index, other, at }];
  };
  return weekly.flatMap((_, index) => {
    for (let other = 0; other < index; other++) {
      const found = meeting(index, other);
      if (found.length > 0) return found;
    }
    return [];
  });
}

type ClockShift = Omit<WeeklyShift, 'locationId' | 'timeZone'>;

function meetEveryWeek(one: ClockShift, other: ClockShift): boolean {
  const [a, b] = [minutesOfWeek(one), minutesOfWeek(other)];
  const ahead = (from: number, to: number) => (to - from + WEEK) % WEEK;
  return ahead(a.from, b.from) < a.length || ahead(b.from, a.from) < b.length;
}

function minutesOfWeek({ weekday, start, end }: ClockShift): { from: number; length: number } {
  return { from: (weekday - 1) * DAY + minutesOf(start), length: (minutesOf(end) - minutesOf(start) + DAY) % DAY || DAY };
}

/** When the shift is worked on the days that are compared, in order. */
function timesOf(shift: Omit<WeeklyShift, 'locationId'>, { effectiveFrom, effectiveTo }: HoursInForce, today: CivilDate): Interval[] {
  const aYear = (from: CivilDate) => addDays(from, WEEKS_COMPARED * 7);
  const first = { from: effectiveFrom, to: aYear(effectiveFrom) };
  const now = { from: today > first.to ? today : first.to, to: aYear(today) };
  return [first, now].flatMap(({ from, to }) => {
    const times: Interval[] = [];
    const end = effectiveTo !== null && effectiveTo < to ? addDays(effectiveTo, 1) : to;
    for (let day = addDays(from, (shift.weekday - weekdayOf(from) + 7) % 7); day < end; day = addDays(day, 7)) {
      const time = shiftOn(shift, wallOf(day));
      // One that lies in the hour which clocks leave out is not worked.
      if (time.start < time.end) times.push(time);
    }
    return times;
  });
}

/** Of two lists in order. */
function firstShared(ones: readonly Interval[], others: readonly Interval[]): Instant | undefined {
  let next = 0;
  for (const one of ones) {
    while (next < others.length && others[next]!.end <= one.start) next++;
    const other = others[next];
    if (other && overlaps(one, other)) return Math.max(one.start, other.start);
  }
  return undefined;
}
