import fc from 'fast-check';
import { type Interval, merge, overlaps, subtract } from './intervals.js';

const SPAN = 60;
const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(SPAN), fc.nat(SPAN))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const intervals = fc.array(interval, { maxLength: 12 });
const covers = (list: readonly Interval[], point: number) => list.some(({ start, end }) => start <= point && point < end);
const points = Array.from({ length: SPAN + 1 }, (_, point) => point);

describe('intervals', () => {
  it('merge to the same points, sorted and apart', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = merge(list);
        for (const point of points) expect(covers(merged, point)).toBe(covers(list, point));
        merged.forEach((one, index) => expect(one.start).toBeGreaterThan(merged[index - 1]?.end ?? -1));
      }),
    );
  });

  it('subtract point by point', () => {
    fc.assert(
      fc.property(intervals, intervals, (from, taken) => {
        const left = subtract(from, taken);
        for (const point of points) expect(covers(left, point)).toBe(covers(from, point) && !covers(taken, point));
      }),
    );
  });

  it('overlap when they share a point, not a border', () => {
    const some = interval.filter(({ start, end }) => start < end);
    fc.assert(
      fc.property(some, some, (a, b) => expect(overlaps(a, b)).toBe(points.some((point) => covers([a], point) && covers([b], point)))),
    );
  });
});
