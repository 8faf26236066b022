import { DAY, type Instant, MINUTE, offsetAt, toWall } from './wall-time.js';

const clocks = Array.from({ length: DAY / MINUTE }, (_, minute) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`;
});
const days = new Map<number, string>();
const MOST_DAYS = 5000;

/**
 * The same text as `Date.toISOString()`, about ten times as fast for whole minutes: a month of free times is thousands of
 * instants on a few dozen days.
 */
export function toRfc3339(instant: Instant): string {
  const day = Math.floor(instant / DAY);
  const clock = clocks[(instant - day * DAY) / MINUTE];
  if (clock === undefined) return new Date(instant).toISOString();
  let date = days.get(day);
  if (date === undefined) {
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, (date = new Date(day * DAY).toISOString().slice(0, -clock.length)));
  }
  return date + clock;
}

/** The same moment as the clock on the wall shows it, with what that is ahead of UTC: `2026-12-01T10:00:00-05:00`. */
export function toLocalRfc3339(zone: string, instant: Instant): string {
  const ahead = Math.round(offsetAt(zone, instant));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${new Date(toWall(zone, instant)).toISOString().slice(0, 19)}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
