import { zoneOf } from './zone-data.js';

/**
 * What a clock on the wall shows, written as the epoch milliseconds of the same reading in UTC. A plain number, so that
 * adding a day to it is adding 24 hours whatever the clocks do.
 */
export type WallTime = number;
/** Epoch milliseconds. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Minutes east of UTC that `zone` keeps at `instant`. */
export function offsetAt(zone: string, instant: Instant): number {
  const { starts, offsets } = zoneOf(zone);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= instant) low = middle;
    else high = middle - 1;
  }
  return offsets[low]!;
}

export function toWall(zone: string, instant: Instant): WallTime {
  return instant + Math.round(offsetAt(zone, instant) * MINUTE);
}

/**
 * Every instant at which the clock shows `wall`, in order: one as a rule, none in the gap when clocks go forward, two in
 * the hour that is lived twice when they go back.
 */
export function instantsOf(zone: string, wall: WallTime): Instant[] {
  const candidates = new Set([offsetAt(zone, wall - DAY), offsetAt(zone, wall), offsetAt(zone, wall + DAY)]);
  return [...candidates]
    .map((offset) => wall - Math.round(offset * MINUTE))
    .filter((instant) => toWall(zone, instant) === wall)
    .sort((a, b) => a - b);
}

/**
 * The instant meant by a wall time. In a gap the clock reading is carried over it by its length (02:30 becomes 03:30); of
 * two it is the first, as RFC 5545 §3.3.5 has it.
 */
export function toInstant(zone: string, wall: WallTime): Instant {
  const [first] = instantsOf(zone, wall);
  return first ?? wall - Math.round(offsetAt(zone, wall - DAY) * MINUTE);
}
