import fc from 'fast-check';
import { shouldReport, standingAt } from './idle.js';

const MINUTE = 60_000;

describe('a screen that nobody touches', () => {
  it('is open, warns for a minute, and locks', () => {
    const at = (minutes: number) => standingAt(minutes * MINUTE, 0, 15 * MINUTE);
    expect(at(13.9)).toEqual({ state: 'open' });
    expect(at(14)).toEqual({ state: 'warned', seconds: 60 });
    expect(at(14.99)).toEqual({ state: 'warned', seconds: 1 });
    expect(at(15)).toEqual({ state: 'locked' });
  });

  it('is never open past its limit, and any touch opens the time anew', () => {
    fc.assert(
      fc.property(fc.nat(10 * MINUTE), fc.nat(60 * MINUTE), fc.integer({ min: MINUTE, max: 30 * MINUTE }), (touch, later, idle) => {
        const { state } = standingAt(touch + later, touch, idle);
        expect(state === 'locked').toBe(later >= idle);
        expect(standingAt(touch + later, touch + later, idle)).toEqual({ state: 'open' });
      }),
    );
  });

  it('tells the API of a touch once a minute, and of none that it knows of', () => {
    expect(shouldReport(5 * MINUTE, 4 * MINUTE, 3 * MINUTE)).toBe(true);
    expect(shouldReport(5 * MINUTE, 2 * MINUTE, 3 * MINUTE)).toBe(false);
    expect(shouldReport(3.5 * MINUTE, 3.4 * MINUTE, 3 * MINUTE)).toBe(false);
  });
});
