import type { Interval } from './intervals.js';
import { merge, subtract } from './intervals.js';
import type { Shift } from './working-hours.js';
import { type Instant, MINUTE } from './wall-time.js';

/** What is to be booked, in minutes. Buffers are the practitioner's time, not the patient's. */
export interface Need {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

export interface FreeTimeInput {
  shifts: readonly Shift[];
  timeOff: readonly Interval[];
  /** Taken time with the buffers of what takes it inside: so the buffers of both neighbours are kept. */
  busy: readonly Interval[];
  need: Need;
  /** An appointment may start this many minutes after the shift does, and its multiples. */
  gridMinutes: number;
  /** Starts offered: from `start`, before `end`. */
  range: Interval;
}

export interface FreeStart {
  start: Instant;
  end: Instant;
  locationId: string;
}

/**
 * Every start that can be booked, by time. The appointment itself lies inside one shift and outside time off; its buffers may
 * reach over the shift's edge, but into no taken time.
 */
export function freeStarts(input: FreeTimeInput): FreeStart[] {
  const { need, range } = input;
  const step = input.gridMinutes * MINUTE;
  const duration = need.durationMinutes * MINUTE;
  const before = need.bufferBeforeMinutes * MINUTE;
  const after = need.bufferAfterMinutes * MINUTE;
  const timeOff = merge(input.timeOff);
  const busy = merge(input.busy);
  const found: FreeStart[] = [];
  for (const shift of input.shifts) {
    let next = 0;
    for (const open of timeOff.length > 0 ? subtract([shift], timeOff) : [shift]) {
      const latest = Math.min(open.end - duration, range.end - 1);
      let start = onGrid(shift.start, Math.max(open.start, range.start), step);
      while (start <= latest) {
        // Starts only grow, so what ended before this one is past for all that follow.
        while (next < busy.length && busy[next]!.end <= start - before) next++;
        const taken = busy[next];
        if (taken && taken.start < start + duration + after) start = onGrid(shift.start, taken.end + before, step);
        else {
          found.push({ start, end: start + duration, locationId: shift.locationId });
          start += step;
        }
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first point of the grid through `anchor` that is not before `instant`. */
function onGrid(anchor: Instant, instant: Instant, step: number): Instant {
  return anchor + Math.ceil((instant - anchor) / step) * step;
}

/** Of slots in any order, the `count` nearest to `wanted`, nearest first; of two as near, the earlier. */
export function nearest<T extends { start: Instant }>(slots: readonly T[], wanted: Instant, count: number): T[] {
  const distance = (slot: T) => Math.abs(slot.start - wanted);
  return [...slots].sort((a, b) => distance(a) - distance(b) || a.start - b.start).slice(0, count);
}
