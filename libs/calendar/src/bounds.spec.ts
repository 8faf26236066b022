import fc from 'fast-check';
import { isKeptInstant } from './bounds.js';

describe('the days that are kept', () => {
  it('hold every instant of them, to the last second in UTC', () => {
    for (const instant of ['1900-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z', '2200-01-01T00:00:00+01:00', '2026-11-24T09:30-05:00']) {
      expect(isKeptInstant(instant)).toBe(true);
    }
    const others = ['1899-12-31T23:59:59Z', '1900-01-01T00:00:00+01:00', '2200-01-01T00:00:00Z', '2026-02-30T00:00:00Z'];
    for (const instant of [...others, '2026-11-24T24:00:00Z', '2026-11-24T09:30', '2026-11-24', 'infinity', 0]) {
      expect(isKeptInstant(instant)).toBe(false);
    }
  });

  it('are told from all others', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }), (date) => {
        const text = date.toISOString();
        const kept = date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2200;
        expect(isKeptInstant(text)).toBe(kept);
      }),
    );
  });
});
