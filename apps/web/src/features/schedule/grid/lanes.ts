import type { Stretch } from './axis.js';

export interface Lane {
  /** Counted from zero. */
  lane: number;
  /** How many lanes the appointments that lie together share. */
  of: number;
}

/**
 * Beside each other whatever overlaps: everything that hangs together, directly or by what lies between, shares its width
 * in as many lanes as are needed at its fullest moment. In the order given.
 */
export function lanesOf(stretches: readonly Stretch[]): Lane[] {
  const lanes: Lane[] = stretches.map(() => ({ lane: 0, of: 1 }));
  const order = stretches
    .map((_, index) => index)
    .sort((a, b) => stretches[a]!.start - stretches[b]!.start || stretches[b]!.end - stretches[a]!.end);
  let together: number[] = [];
  let ends: number[] = [];
  let last = -Infinity;
  const close = () => {
    for (const index of together) lanes[index]!.of = ends.length;
    together = [];
    ends = [];
  };
  for (const index of order) {
    const { start, end } = stretches[index]!;
    if (start >= last) close();
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    lanes[index]!.lane = lane;
    together.push(index);
    last = Math.max(last, end);
  }
  close();
  return lanes;
}
