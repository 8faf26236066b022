import fc from 'fast-check';
import { freeStarts, type FreeTimeInput, nearest } from './availability.js';
import type { Interval } from './intervals.js';
import { MINUTE } from './wall-time.js';

const LENGTH = 400;
const stretch = (longest: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(fc.integer({ min: -50, max: LENGTH }), fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ start: start * MINUTE, end: (start + length) * MINUTE }));
const input: fc.Arbitrary<FreeTimeInput> = fc.record({
  shifts: fc
    .uniqueArray(fc.constantFrom(0, 130, 290), { minLength: 1 })
    .chain((starts) =>
      fc.tuple(
        ...starts.map((start) =>
          fc
            .integer({ min: 10, max: 110 })
            .map((length) => ({ start: start * MINUTE, end: (start + length) * MINUTE, locationId: `at ${start}` })),
        ),
      ),
    ),
  timeOff: fc.array(stretch(60), { maxLength: 3 }),
  busy: fc.array(stretch(40), { maxLength: 6 }),
  need: fc.record({ durationMinutes: fc.integer({ min: 1, max: 60 }), bufferBeforeMinutes: fc.nat(20), bufferAfterMinutes: fc.nat(20) }),
  gridMinutes: fc.constantFrom(1, 5, 7, 15, 30),
  range: stretch(LENGTH),
});

/** Asks every minute of the appointment and of its buffers, of every minute that an appointment could start at. */
function oracle({ shifts, timeOff, busy, need, gridMinutes, range }: FreeTimeInput) {
  const inside = (list: readonly Interval[], minute: number) =>
    list.some((one) => one.start <= minute * MINUTE && minute * MINUTE < one.end);
  const minutes = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
  const found = [];
  for (const shift of shifts) {
    for (let start = shift.start / MINUTE; start < shift.end / MINUTE; start += gridMinutes) {
      if (!inside([range], start)) continue;
      const appointment = minutes(start, need.durationMinutes);
      const held = minutes(start - need.bufferBeforeMinutes, need.durationMinutes + need.bufferBeforeMinutes + need.bufferAfterMinutes);
      if (
        appointment.every((minute) => inside([shift], minute) && !inside(timeOff, minute)) &&
        !held.some((minute) => inside(busy, minute))
      ) {
        found.push({ start: start * MINUTE, end: (start + need.durationMinutes) * MINUTE, locationId: shift.locationId });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

describe('free time', () => {
  it('is what asking every single minute gives', () => {
    fc.assert(
      fc.property(input, (given) => expect(freeStarts(given)).toEqual(oracle(given))),
      { numRuns: 2000 },
    );
  });

  it('keeps the buffers of both neighbours', () => {
    const at = (minute: number) => minute * MINUTE;
    const starts = freeStarts({
      shifts: [{ start: at(0), end: at(120), locationId: 'main' }],
      timeOff: [],
      // An appointment from 30 to 50 with ten minutes to clean up after it.
      busy: [{ start: at(30), end: at(60) }],
      need: { durationMinutes: 20, bufferBeforeMinutes: 5, bufferAfterMinutes: 0 },
      gridMinutes: 5,
      range: { start: at(0), end: at(120) },
    }).map((slot) => slot.start / MINUTE);
    expect(starts).toEqual([0, 5, 10, 65, 70, 75, 80, 85, 90, 95, 100]);
  });
});

describe('the nearest free times', () => {
  it('come nearest first, the earlier of two as near, and never more than asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100)), fc.nat(100), fc.nat(6), (starts, wanted, count) => {
        const found = nearest(
          starts.map((start) => ({ start })),
          wanted,
          count,
        ).map((slot) => slot.start);
        expect(found).toHaveLength(Math.min(count, starts.length));
        const rest = starts.filter((start) => !found.includes(start));
        for (const kept of found) for (const left of rest) expect(Math.abs(kept - wanted)).toBeLessThanOrEqual(Math.abs(left - wanted));
        expect(nearest([{ start: wanted - 5 }, { start: wanted + 5 }], wanted, 1)).toEqual([{ start: wanted - 5 }]);
      }),
    );
  });
});
