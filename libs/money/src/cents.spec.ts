import fc from 'fast-check';
import { cents, MoneyError, portion, split, sum } from './cents.js';

const amount = fc.integer({ min: -100_000_000, max: 100_000_000 });

describe('cents', () => {
  it('refuse what is not whole', () => {
    for (const wrong of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => cents(wrong)).toThrow(MoneyError);
  });

  it('take a portion that is within half a cent of the exact one, and mirrored for credits', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100_000 }), (total, rate) => {
        const part = portion(total, rate, 100_000);
        // |part × 100000 − total × rate| ≤ half of 100000, in exact integers.
        expect(Math.abs(part * 100_000 - total * rate)).toBeLessThanOrEqual(50_000);
        expect(portion(-total, rate, 100_000) + part).toBe(0);
      }),
    );
    expect(portion(50, 1, 100)).toBe(1);
    expect(portion(49, 1, 100)).toBe(0);
    expect(portion(10_000, 9975, 100_000)).toBe(998);
  });

  it('split so that nothing is lost and no part is off by more than a cent', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }), (total, weights) => {
        fc.pre(sum(weights) > 0);
        const parts = split(total, weights);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, index) => expect(Math.abs(part - (total * (weights[index] ?? 0)) / sum(weights))).toBeLessThan(1));
      }),
    );
    expect(() => split(100, [0, 0])).toThrow(MoneyError);
  });
});
