import fc from 'fast-check';
import { addDays, civilDate, minutesOf, weekdayOf } from './civil-date.js';
import { DAY, HOUR, MINUTE, toWall } from './wall-time.js';
import { daysAsInterval, shiftsIn, templateOn, type WeeklyShift, type WeeklyTemplate } from './working-hours.js';

const TORONTO = 'America/Toronto';
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
// Clear of the hours in which clocks change, so that a wall-time oracle has one answer.
const sound = fc.integer({ min: 4 * 4, max: 23 * 4 }).map((quarter) => clock(quarter * 15));
const shift = (timeZone: string): fc.Arbitrary<WeeklyShift> =>
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: sound,
    end: sound,
    timeZone: fc.constant(timeZone),
    locationId: fc.constant('main'),
  });
const day = fc.integer({ min: 0, max: 20 }).map((days) => addDays('2026-10-25', days));
const template: fc.Arbitrary<WeeklyTemplate> = fc
  .record({
    effectiveFrom: day,
    lasts: fc.option(fc.integer({ min: 0, max: 15 })),
    weekly: fc.array(fc.oneof(shift(TORONTO), shift('Asia/Tokyo')), { maxLength: 6 }),
  })
  .map(({ effectiveFrom, lasts, weekly }) => ({
    effectiveFrom,
    effectiveTo: lasts === null ? null : addDays(effectiveFrom, lasts),
    weekly,
  }));

/** Whether the clock of the shift's zone says it is working time, from the day's template or the evening's before. */
function works(templates: WeeklyTemplate[], instant: number): boolean {
  return templates
    .flatMap((one) => one.weekly)
    .some((shift) => {
      const wall = toWall(shift.timeZone, instant);
      const today = civilDate(wall);
      const minute = Math.floor((wall % DAY) / MINUTE);
      const on = (date: string) => shift.weekday === weekdayOf(date) && templateOn(templates, date)?.weekly.includes(shift);
      const [start, end] = [minutesOf(shift.start), minutesOf(shift.end)];
      if (start < end) return on(today) && start <= minute && minute < end;
      return (on(today) && minute >= start) || (on(addDays(today, -1)) && minute < end);
    });
}

describe('weekly hours', () => {
  it('give the shifts that the clock on the wall gives, minute by minute, over a change of clocks', () => {
    const range = daysAsInterval(TORONTO, '2026-10-30', '2026-11-04');
    fc.assert(
      fc.property(fc.uniqueArray(template, { maxLength: 3, selector: (one) => one.effectiveFrom }), (templates) => {
        const shifts = shiftsIn(templates, range);
        for (let instant = range.start; instant < range.end; instant += 15 * MINUTE) {
          expect(shifts.some((one) => one.start <= instant && instant < one.end)).toBe(works(templates, instant));
        }
      }),
      { numRuns: 150 },
    );
  });

  const night = (start: string, end: string): WeeklyTemplate[] => [
    { effectiveFrom: '2026-01-01', effectiveTo: null, weekly: [{ weekday: 6, start, end, timeZone: TORONTO, locationId: 'main' }] },
  ];

  it('let a night shift cross midnight, an hour longer when clocks go back', () => {
    const [shift] = shiftsIn(night('22:00', '06:00'), daysAsInterval(TORONTO, '2026-11-01', '2026-11-02'));
    expect(shift && { at: new Date(shift.start).toISOString(), hours: (shift.end - shift.start) / HOUR }).toEqual({
      at: '2026-11-01T02:00:00.000Z',
      hours: 9,
    });
  });

  it('reach to 24:00, and join the morning that follows', () => {
    const [evening] = night('18:00', '24:00');
    const weekly = [...evening!.weekly, { ...evening!.weekly[0]!, weekday: 7, start: '00:00', end: '02:00' }];
    const shifts = shiftsIn([{ ...evening!, weekly }], daysAsInterval(TORONTO, '2026-11-21', '2026-11-23'));
    expect(shifts.map((one) => (one.end - one.start) / HOUR)).toEqual([8]);
  });

  it('change on their date and come back after a limited time', () => {
    const templates = [
      { effectiveFrom: '2026-01-01', effectiveTo: null, weekly: [] },
      { effectiveFrom: '2026-07-01', effectiveTo: '2026-08-31', weekly: [] },
    ];
    expect(
      ['2025-12-31', '2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map((date) => templateOn(templates, date)?.effectiveFrom),
    ).toEqual([undefined, '2026-01-01', '2026-07-01', '2026-07-01', '2026-01-01']);
  });
});
