import { HOUR, MINUTE, startOfDay } from '@keel/calendar';
import fc from 'fast-check';
import { type Axis, hoursOf, instantAt, lengthOfDay, minuteAt, spanOf, stretchOf } from './axis.js';

const ZONE = 'America/Toronto';
const elapsed: Axis = { kind: 'elapsed', zone: ZONE };
const wall: Axis = { kind: 'wall', zone: ZONE };
/** Clocks go forward, go back, and stay. */
const [SPRING, AUTUMN, PLAIN] = ['2027-03-14', '2026-11-01', '2026-11-24'] as const;
const days = fc.constantFrom(SPRING, AUTUMN, PLAIN);

describe('an axis', () => {
  it('of a single day has 23, 24 or 25 hours', () => {
    expect([SPRING, PLAIN, AUTUMN].map((day) => lengthOfDay(elapsed, day) / 60)).toEqual([23, 24, 25]);
    expect([SPRING, PLAIN, AUTUMN].map((day) => lengthOfDay(wall, day) / 60)).toEqual([24, 24, 24]);
  });

  it('of a single day gives each minute a place of its own, and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 25 * 60 }), (day, minute) => {
        fc.pre(minute < lengthOfDay(elapsed, day));
        const instant = instantAt(elapsed, day, minute);
        expect(minuteAt(elapsed, day, instant)).toBe(minute);
        expect(instant).toBe(startOfDay(ZONE, day) + minute * MINUTE);
      }),
    );
  });

  it('of several days puts nine o’clock at nine, whatever the clocks did in the night', () => {
    for (const day of [SPRING, AUTUMN, PLAIN]) {
      expect(minuteAt(wall, day, instantAt(wall, day, 9 * 60))).toBe(9 * 60);
      expect(new Date(instantAt(wall, day, 9 * 60)).toISOString().slice(11, 16)).toBe(day === SPRING ? '13:00' : '14:00');
    }
    expect(minuteAt(elapsed, SPRING, instantAt(wall, SPRING, 9 * 60))).toBe(8 * 60);
    expect(minuteAt(elapsed, AUTUMN, instantAt(wall, AUTUMN, 9 * 60))).toBe(10 * 60);
  });

  it('of several days goes to a minute and back, but for the hour that is left out', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 * 60 - 1 }), (day, minute) => {
        const gap = day === SPRING && minute >= 120 && minute < 180;
        expect(minuteAt(wall, day, instantAt(wall, day, minute))).toBe(gap ? minute + 60 : minute);
      }),
    );
  });
});

describe('a stretch of time', () => {
  it('is as long as it takes, in a day alone', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 20 * 60 }), fc.integer({ min: 5, max: 180 }), (day, start, length) => {
        const from = instantAt(elapsed, day, start);
        expect(stretchOf(elapsed, day, from, from + length * MINUTE)).toEqual({ start, end: start + length });
      }),
    );
  });

  it('never ends before it begins, even where the clock goes back in it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 * 60 }), fc.integer({ min: 5, max: 180 }), (day, start, length) => {
        const from = instantAt(elapsed, day, start);
        const stretch = stretchOf(wall, day, from, from + length * MINUTE);
        if (stretch) expect(stretch.end).toBeGreaterThan(stretch.start);
      }),
    );
  });

  it('is cut at midnight, and is nowhere on another day', () => {
    const evening = instantAt(wall, PLAIN, 23 * 60);
    expect(stretchOf(wall, PLAIN, evening, evening + 2 * HOUR)).toEqual({ start: 23 * 60, end: 24 * 60 });
    expect(stretchOf(wall, '2026-11-25', evening, evening + 2 * HOUR)).toEqual({ start: 0, end: 60 });
    expect(stretchOf(wall, '2026-11-26', evening, evening + 2 * HOUR)).toBeUndefined();
  });
});

describe('the hours that are shown', () => {
  it('hold every stretch, in whole hours, within the day', () => {
    const stretches = fc.array(fc.tuple(fc.integer({ min: 0, max: 1379 }), fc.integer({ min: 1, max: 60 })), { maxLength: 20 });
    fc.assert(
      fc.property(stretches, (pairs) => {
        const all = pairs.map(([start, length]) => ({ start, end: start + length }));
        const span = spanOf(all, 1440, { first: 480, last: 1080 });
        expect([span.first % 60, span.last % 60]).toEqual([0, 0]);
        expect(span.first >= 0 && span.first <= 480 && span.last >= 1080 && span.last <= 1440).toBe(true);
        for (const { start, end } of all) expect(span.first <= start && end <= span.last).toBe(true);
        expect(hoursOf(span)).toHaveLength((span.last - span.first) / 60);
      }),
    );
  });
});
