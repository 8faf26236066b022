import fc from 'fast-check';
import { inMinutes, inUnits, LEAST_MINUTES, MOST_MINUTES } from './minute-units.js';

describe('the time before an appointment', () => {
  it.each([
    [2880, 2, 'days'],
    [1500, 25, 'hours'],
    [90, 90, 'minutes'],
    [60, 1, 'hours'],
  ] as const)('%d minutes are %d %s', (minutes, count, unit) => expect(inUnits(minutes)).toEqual({ count, unit }));

  it('is the same back and forth, and bounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: LEAST_MINUTES, max: MOST_MINUTES }), (minutes) => {
        const { count, unit } = inUnits(minutes);
        expect(inMinutes(count, unit)).toBe(minutes);
      }),
    );
    expect(inMinutes(91, 'days')).toBeUndefined();
    expect(inMinutes(4, 'minutes')).toBeUndefined();
    expect(inMinutes(1.5, 'hours')).toBe(90);
    expect(inMinutes('', 'hours')).toBeUndefined();
  });
});
