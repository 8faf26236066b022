import fc from 'fast-check';
import { toRfc3339 } from './rfc3339.js';

describe('an instant as text', () => {
  it('is what Date writes, for whole minutes and any other', () => {
    const instant = fc.oneof(
      fc.date({ noInvalidDate: true }).map(Number),
      fc.integer({ min: -70_000_000, max: 70_000_000 }).map((minute) => minute * 60_000),
    );
    fc.assert(
      fc.property(instant, (at) => expect(toRfc3339(at)).toBe(new Date(at).toISOString())),
      { numRuns: 20_000 },
    );
  });
});
