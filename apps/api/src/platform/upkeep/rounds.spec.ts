import fc from 'fast-check';
import { firstRound, goesOn } from './rounds.js';

const MINUTE = 60_000;

describe('a round', () => {
  it('begins at the same instant for all who ask within an interval, and not before an interval is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2e12 }), fc.integer({ min: 100, max: 604_800_000 }), (now, ms) => {
        const first = firstRound(now, ms);
        expect(first).toBeGreaterThanOrEqual(now + ms);
        expect(first).toBeLessThan(now + 2 * ms + 1);
        expect(first % ms).toBe(0);
      }),
    );
  });

  it('goes on as the queue has it, unless that is lost, overdue, or of another interval than a process starts with', () => {
    const at = { ms: MINUTE, now: 100 * MINUTE, boot: false };
    expect(goesOn(undefined, at)).toBe(false);
    expect(goesOn({ every: MINUTE, next: 101 * MINUTE }, at)).toBe(true);
    // A busy worker is late, and none is lost.
    expect(goesOn({ every: MINUTE, next: 98 * MINUTE }, at)).toBe(true);
    expect(goesOn({ every: MINUTE, next: 94 * MINUTE }, at)).toBe(false);
    expect(goesOn({ every: 2 * MINUTE, next: 101 * MINUTE }, at)).toBe(true);
    expect(goesOn({ every: 2 * MINUTE, next: 101 * MINUTE }, { ...at, boot: true })).toBe(false);
  });

  it('begins anew where a clock that was ahead has put it off', () => {
    const at = { ms: MINUTE, now: 100 * MINUTE, boot: false };
    expect(goesOn({ every: MINUTE, next: 43_200 * MINUTE }, at)).toBe(false);
    // Of another release, which makes it once a day.
    expect(goesOn({ every: 1440 * MINUTE, next: 2000 * MINUTE }, at)).toBe(true);
    expect(goesOn({ every: 1440 * MINUTE, next: 4000 * MINUTE }, at)).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2e12 }), fc.integer({ min: 100, max: 604_800_000 }), (now, ms) => {
        expect(goesOn({ every: ms, next: firstRound(now, ms) }, { ms, now, boot: true })).toBe(true);
      }),
    );
  });
});
