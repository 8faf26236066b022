import fc from 'fast-check';
import { EARLIEST_DAY, isKeptDay, isKeptInstant, LATEST_DAY } from './bounds.js';

describe('the days that are kept', () => {
  it('run from 1900 to 2199, both ends included', () => {
    for (const day of [EARLIEST_DAY, '1900-02-28', '2028-02-29', LATEST_DAY]) expect(isKeptDay(day)).toBe(true);
    const others = ['1899-12-31', '2200-01-01', '0000-01-01', '0001-01-01', '9999-12-31', '1900-02-29', '2027-02-29', '+012026-01-01'];
    for (const day of [...others, '2026-1-1', '', 'today', 20260101, null, undefined]) expect(isKeptDay(day)).toBe(false);
  });

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
        expect(isKeptDay(text.slice(0, 10))).toBe(kept);
        expect(isKeptInstant(text)).toBe(kept);
      }),
    );
  });
});
