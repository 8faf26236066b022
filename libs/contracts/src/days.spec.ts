import fc from 'fast-check';
import { EARLIEST_DAY, isKeptDay, LATEST_DAY } from './days.js';

describe('the days that are kept', () => {
  it('run from 1900 to 2199, both ends included', () => {
    for (const day of [EARLIEST_DAY, '1900-02-28', '2028-02-29', LATEST_DAY]) expect(isKeptDay(day)).toBe(true);
    const others = ['1899-12-31', '2200-01-01', '0000-01-01', '0001-01-01', '9999-12-31', '1900-02-29', '2027-02-29', '+012026-01-01'];
    for (const day of [...others, '2026-1-1', '', 'today', 20260101, null, undefined]) expect(isKeptDay(day)).toBe(false);
  });

  it('are told from all others', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }), (date) => {
        const kept = date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2200;
        expect(isKeptDay(date.toISOString().slice(0, 10))).toBe(kept);
      }),
    );
  });
});
