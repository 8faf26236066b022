import type { Instant } from './wall-time.js';

/** A stretch of time, `end` exclusive. */
export interface Interval {
  start: Instant;
  end: Instant;
}

/** Whether the two share more than a border. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same time as a sorted list without overlaps, borders or empty stretches between neighbours. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What of `from` is left without `taken`; both may be in any order, the answer is sorted. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merge(taken);
  const left: Interval[] = [];
  for (const { start, end } of merge(from)) {
    let cursor = start;
    for (const hole of holes) {
      if (hole.end <= cursor) continue;
      if (hole.start >= end) break;
      if (hole.start > cursor) left.push({ start: cursor, end: hole.start });
      cursor = Math.max(cursor, hole.end);
    }
    if (cursor < end) left.push({ start: cursor, end });
  }
  return left;
}
