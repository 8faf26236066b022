import { addDays } from '@keel/calendar';
import fc from 'fast-check';
import { ageOn } from './age.js';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1930-01-01', days));

describe('an age', () => {
  it.each([
    ['2026-11-24', '1988-11-24', { unit: 'years', count: 38 }],
    ['2026-11-23', '1988-11-24', { unit: 'years', count: 37 }],
    ['2026-02-28', '2024-02-29', { unit: 'months', count: 23 }],
    ['2026-03-01', '2024-02-29', { unit: 'years', count: 2 }],
    ['2027-02-28', '1988-02-29', { unit: 'years', count: 38 }],
    ['2027-03-01', '1988-02-29', { unit: 'years', count: 39 }],
    ['2028-02-28', '1988-02-29', { unit: 'years', count: 39 }],
    ['2028-02-29', '1988-02-29', { unit: 'years', count: 40 }],
    ['2026-11-24', '2026-11-24', { unit: 'months', count: 0 }],
    ['2026-12-31', '2026-11-30', { unit: 'months', count: 1 }],
    ['2026-11-24', '2026-11-25', { unit: 'months', count: 0 }],
  ] as const)('on %s of somebody born on %s is %j', (on, birth, age) => {
    expect(ageOn(on, birth)).toEqual(age);
  });

  it('never goes down from one day to the next', () => {
    const inMonths = (on: string, birth: string) => {
      const { unit, count } = ageOn(on, birth);
      return unit === 'years' ? count * 12 : count;
    };
    fc.assert(
      fc.property(day, day, (birth, on) => {
        expect(inMonths(addDays(on, 1), birth)).toBeGreaterThanOrEqual(inMonths(on, birth));
      }),
    );
  });
});
