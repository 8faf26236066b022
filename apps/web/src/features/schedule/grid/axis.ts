import { addDays, type CivilDate, type Instant, MINUTE, startOfDay, toInstant, toWall, wallOf } from '@keel/calendar';

/**
 * How the minutes of a day lie under each other. `elapsed`: each minute that passes has a place of its own, so that a day
 * on which the clocks change is an hour shorter or longer. `wall`: by the reading of the clock, so that the days of a week
 * can stand side by side; an hour lived twice lies on itself then, and the one left out stays empty.
 */
export interface Axis {
  kind: 'elapsed' | 'wall';
  zone: string;
}

/** Part of an axis, in minutes from the day's beginning; both are whole hours. */
export interface Span {
  first: number;
  last: number;
}

export interface Stretch {
  start: number;
  end: number;
}

const HOUR_MINUTES = 60;

/** Minutes from the beginning of the day; below zero before it. */
export function minuteAt({ kind, zone }: Axis, date: CivilDate, instant: Instant): number {
  return kind === 'elapsed' ? (instant - startOfDay(zone, date)) / MINUTE : (toWall(zone, instant) - wallOf(date)) / MINUTE;
}

export function instantAt({ kind, zone }: Axis, date: CivilDate, minute: number): Instant {
  return kind === 'elapsed' ? startOfDay(zone, date) + minute * MINUTE : toInstant(zone, wallOf(date) + minute * MINUTE);
}

/** How many minutes the day has: 1440, but for an elapsed one on which the clocks change. */
export function lengthOfDay(axis: Axis, date: CivilDate): number {
  return axis.kind === 'elapsed' ? minuteAt(axis, date, startOfDay(axis.zone, addDays(date, 1))) : 24 * HOUR_MINUTES;
}

/** Where a stretch of time lies in a day, or undefined where it does not touch it. */
export function stretchOf(axis: Axis, date: CivilDate, from: Instant, to: Instant): Stretch | undefined {
  const length = lengthOfDay(axis, date);
  const start = minuteAt(axis, date, from);
  const read = minuteAt(axis, date, to);
  // The clock may have gone back between the two.
  const end = read > start ? read : start + (to - from) / MINUTE;
  if (start >= length || end <= 0) return undefined;
  return { start: Math.max(0, start), end: Math.min(length, end) };
}

/** The whole hours that show every stretch with an hour to spare, and the usual working day at least. */
export function spanOf(stretches: readonly Stretch[], length: number, usual: Span): Span {
  const first = Math.min(usual.first, ...stretches.map(({ start }) => start - HOUR_MINUTES));
  const last = Math.max(usual.last, ...stretches.map(({ end }) => end + HOUR_MINUTES));
  return {
    first: Math.max(0, Math.floor(first / HOUR_MINUTES) * HOUR_MINUTES),
    last: Math.min(length, Math.ceil(last / HOUR_MINUTES) * HOUR_MINUTES),
  };
}

/** The minutes of a span at which an hour begins. */
export function hoursOf({ first, last }: Span): number[] {
  const hours: number[] = [];
  for (let minute = first; minute < last; minute += HOUR_MINUTES) hours.push(minute);
  return hours;
}
