import fc from 'fast-check';
import { rangeWithin } from './byte-range.js';

describe('the part of a file that is wanted', () => {
  it('is what the bytes themselves say, for any file and any wish', () => {
    const wish = fc.oneof(
      fc.record({ first: fc.nat(40), last: fc.option(fc.nat(40), { nil: undefined }) }),
      fc.record({ suffix: fc.nat(40) }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.nat(30), wish, (size, wanted) => {
        const bytes = Array.from({ length: size }, (_, n) => n);
        const expected = !wanted
          ? bytes
          : 'suffix' in wanted
            ? bytes.filter((n) => n >= size - wanted.suffix)
            : bytes.filter((n) => n >= wanted.first && n <= (wanted.last ?? n));
        const range = rangeWithin(size, wanted);
        const got = range ? bytes.slice(range.first, range.last + 1) : [];
        expect(got).toEqual(expected);
        // A wish that no byte answers is none; all of an empty file is one.
        if (wanted) expect(range === undefined).toBe(expected.length === 0);
        else expect(range).toBeDefined();
      }),
    );
  });

  it('is nothing where the wish is no number of a byte', () => {
    for (const wanted of [{ first: -1 }, { first: 0.5 }, { first: Number.NaN }, { suffix: -1 }, { suffix: 1.5 }, { first: 3, last: 2 }]) {
      expect([wanted, rangeWithin(10, wanted)]).toEqual([wanted, undefined]);
    }
  });
});
