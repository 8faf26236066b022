import fc from 'fast-check';
import { addDays, civilDate, dateIn, isCivilDate, isClockTime, minutesOf, startOfDay, wallOf, weekdayOf } from './civil-date.js';
import { DAY } from './wall-time.js';

const day = fc.integer({ min: -30_000, max: 60_000 }).map((days) => civilDate(days * DAY));

describe('civil dates', () => {
  it('know leap days and refuse days that are not', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    for (const text of ['2027-02-29', '2100-02-29', '2027-13-01', '2027-04-31', '27-01-01', '2027-1-1', '2027-01-01T00:00'])
      expect(isCivilDate(text)).toBe(false);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(() => wallOf('2027-02-29')).toThrow(RangeError);
  });

  it('move by days and back, one weekday a day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
        expect(weekdayOf(date) % 7).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  it('begin where the zone says, even where midnight does not exist', () => {
    expect(new Date(startOfDay('America/Vancouver', '2026-12-01')).toISOString()).toBe('2026-12-01T07:00:00.000Z');
    // Clocks in Santiago go forward at midnight.
    expect(dateIn('America/Santiago', startOfDay('America/Santiago', '2025-09-07'))).toBe('2025-09-07');
    expect(dateIn('Asia/Tokyo', Date.parse('2026-12-01T15:00:00Z'))).toBe('2026-12-02');
  });

  it('read clocks from 00:00 to 24:00', () => {
    expect([minutesOf('00:00'), minutesOf('09:05'), minutesOf('24:00')]).toEqual([0, 545, 1440]);
    for (const text of ['24:01', '9:00', '12:60', '-1:00', '']) {
      expect(isClockTime(text)).toBe(false);
      expect(() => minutesOf(text)).toThrow(RangeError);
    }
  });
});
