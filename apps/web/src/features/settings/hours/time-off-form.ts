import { addDays, type CivilDate, isKeptDay, MINUTE, minutesOf, toInstant, wallOf } from '@keel/calendar';

export interface TimeOffValues extends Record<string, unknown> {
  from: CivilDate;
  to: CivilDate;
  /** Only from `start` on the first day until `end` on the last. */
  partly: boolean;
  start: string;
  end: string;
  reason: string;
}

export const newTimeOff = (today: CivilDate): TimeOffValues => ({
  from: addDays(today, 1),
  to: addDays(today, 1),
  partly: false,
  start: '12:00',
  end: '17:00',
  reason: '',
});

/** The instants meant, by the clinic's clock; undefined where they are none or end before they begin. */
export function instantsOf(values: TimeOffValues, zone: string): { start: string; end: string } | undefined {
  const { from, to, partly } = values;
  if (!isKeptDay(from) || !isKeptDay(to)) return undefined;
  if (partly && !(values.start && values.end)) return undefined;
  const start = toInstant(zone, wallOf(from) + (partly ? minutesOf(values.start) * MINUTE : 0));
  const end = toInstant(zone, partly ? wallOf(to) + minutesOf(values.end) * MINUTE : wallOf(addDays(to, 1)));
  return end > start ? { start: new Date(start).toISOString(), end: new Date(end).toISOString() } : undefined;
}

/** Time off as days, where it begins and ends with the clinic's day: both days included. */
export function wholeDays(off: { start: string; end: string }, dateOf: (instant: string) => CivilDate, zone: string) {
  const from = dateOf(off.start);
  const after = dateOf(off.end);
  const begins = (date: CivilDate) => toInstant(zone, wallOf(date));
  if (begins(from) !== Date.parse(off.start) || begins(after) !== Date.parse(off.end)) return undefined;
  return { from, to: addDays(after, -1) };
}
