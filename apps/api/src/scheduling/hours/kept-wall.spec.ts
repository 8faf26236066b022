import { toWall } from '@keel/calendar';
import fc from 'fast-check';
import { keptWall } from './kept-wall.js';

const span = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });
const ZONES = ['America/Toronto', 'America/Vancouver', 'America/St_Johns', 'America/Regina', 'America/Los_Angeles'] as const;

describe('a time by the clock of another zone', () => {
  it('is what the clock showed', () => {
    const eve = span('2026-12-24T05:00:00Z', '2026-12-25T05:00:00Z');
    expect(keptWall(eve, 'America/Toronto', 'America/Los_Angeles')).toEqual(span('2026-12-24T08:00:00Z', '2026-12-25T08:00:00Z'));
  });

  it('is carried over the gap when clocks go forward', () => {
    // Half past two in Regina, which is not to be had in Toronto that night.
    const night = span('2027-03-14T08:30:00Z', '2027-03-14T10:00:00Z');
    expect(keptWall(night, 'America/Regina', 'America/Toronto')).toEqual(span('2027-03-14T07:30:00Z', '2027-03-14T08:00:00Z'));
  });

  it('ends after it begins, and shows the same clock wherever that time is to be had once', () => {
    const zone = fc.constantFrom(...ZONES);
    const at = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2029, 0) });
    fc.assert(
      fc.property(zone, zone, at, fc.integer({ min: 1, max: 5000 }), (from, to, start, minutes) => {
        const before = { start: new Date(start), end: new Date(start + minutes * 60_000) };
        const after = keptWall(before, from, to);
        expect(+after.end).toBeGreaterThan(+after.start);
        const shift = toWall(to, +after.start) - toWall(from, start);
        expect([0, 3_600_000]).toContain(shift);
      }),
    );
  });
});
