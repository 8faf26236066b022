import fc from 'fast-check';
import { addDays, type CivilDate, minutesOf, wallOf, weekdayOfWall } from './civil-date.js';
import { type HoursInForce, overlappingShifts } from './overlapping-shifts.js';
import { DAY, MINUTE, offsetAt, toWall } from './wall-time.js';

type Shift = HoursInForce['weekly'][number];

const TODAY = '2026-11-28';
const TORONTO = 'America/Toronto';
const shift = (weekday: number, start: string, end: string, timeZone = TORONTO): Shift => ({ weekday, start, end, timeZone });
const hours = (weekly: Shift[], effectiveFrom = TODAY, effectiveTo: CivilDate | null = null) => ({ effectiveFrom, effectiveTo, weekly });
const indexes = (weekly: Shift[]) => overlappingShifts(hours(weekly), TODAY).map(({ index }) => index);

describe('overlapping shifts by one clock', () => {
  it('may touch but not overlap, over midnight and over the end of the week too', () => {
    expect(indexes([shift(1, '09:00', '12:00'), shift(1, '12:00', '17:00'), shift(2, '09:00', '12:00')])).toEqual([]);
    expect(indexes([shift(1, '09:00', '12:00'), shift(1, '11:59', '17:00')])).toEqual([1]);
    expect(indexes([shift(7, '22:00', '02:00'), shift(1, '01:00', '09:00')])).toEqual([1]);
    expect(indexes([shift(7, '22:00', '02:00'), shift(1, '02:00', '09:00')])).toEqual([]);
    expect(indexes([shift(3, '18:00', '24:00'), shift(4, '00:00', '02:00')])).toEqual([]);
  });

  it('are those that share a minute of the week', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const any = fc.tuple(fc.integer({ min: 1, max: 7 }), clock, clock).map(([weekday, start, end]) => shift(weekday, start, end));
    const hoursOf = ({ weekday, start, end }: Shift) => {
      const length = (Number(end.slice(0, 2)) - Number(start.slice(0, 2)) + 24) % 24 || 24;
      return Array.from({ length }, (_, hour) => ((weekday - 1) * 24 + Number(start.slice(0, 2)) + hour) % 168);
    };
    fc.assert(
      fc.property(any, any, (a, b) => {
        const shares = hoursOf(a).some((hour) => hoursOf(b).includes(hour));
        expect(indexes([a, b])).toEqual(shares ? [1] : []);
      }),
    );
  });
});

describe('overlapping shifts by the clocks of several places', () => {
  it('are told by when they are worked, not by what the clocks show', () => {
    const morning = shift(1, '09:00', '12:00');
    expect(indexes([morning, shift(1, '09:00', '12:00', 'America/Los_Angeles')])).toEqual([]);
    const both = overlappingShifts(hours([morning, shift(1, '06:00', '09:00', 'America/Los_Angeles')]), TODAY);
    expect(both).toEqual([{ index: 1, other: 0, at: Date.parse('2026-11-30T14:00:00Z') }]);
    // British Columbia keeps summer time: three hours behind Toronto in summer, but two in winter.
    const west = shift(1, '09:00', '12:00', 'America/Vancouver');
    expect(overlappingShifts(hours([morning, west], '2027-04-01', '2027-10-31'), TODAY)).toEqual([]);
    expect(overlappingShifts(hours([morning, west], '2027-04-01'), TODAY)).toEqual([
      { index: 1, other: 0, at: Date.parse('2027-11-08T16:00:00Z') },
    ]);
    // Sunday evening in Vancouver is Monday morning in Newfoundland.
    expect(indexes([shift(1, '03:00', '05:00', 'America/St_Johns'), shift(7, '22:30', '24:00', 'America/Vancouver')])).toEqual([1]);
  });

  it('are told by the half hour', () => {
    const east = shift(2, '09:00', '12:00', 'America/St_Johns');
    expect(indexes([east, shift(2, '10:30', '12:00', TORONTO)])).toEqual([]);
    expect(indexes([east, shift(2, '10:15', '12:00', TORONTO)])).toEqual([1]);
  });

  it.each([
    ['Saskatchewan', 'America/Regina'],
    ['Arizona', 'America/Phoenix'],
  ])('are found though they only overlap once clocks have changed elsewhere: %s', (_, zone) => {
    const toTheHour = offsetAt(TORONTO, Date.parse('2026-12-01')) - offsetAt(zone, Date.parse('2026-12-01'));
    const noonThere = `${String(12 - toTheHour / 60).padStart(2, '0')}:00`;
    const weekly = [shift(3, '12:00', '15:00'), shift(3, '06:00', noonThere, zone)];
    // Until the clocks go forward in Toronto, one ends as the other begins.
    expect(overlappingShifts(hours(weekly, TODAY, '2027-03-13'), TODAY)).toEqual([]);
    expect(overlappingShifts(hours(weekly), TODAY)).toEqual([{ index: 1, other: 0, at: Date.parse('2027-03-17T16:00:00Z') }]);
  });

  it('are found in the week between the nights on which two zones change their clocks', () => {
    const london = shift(1, '09:00', '12:00', 'Europe/London');
    // Five hours apart, but four from 14 to 28 March 2027.
    const toronto = shift(1, '07:00', '09:00');
    expect(overlappingShifts(hours([london, toronto]), TODAY)).toEqual([{ index: 1, other: 0, at: Date.parse('2027-03-15T11:00:00Z') }]);
  });

  it('are told by the law of today too, for hours that began under another', () => {
    // Manitoba stopped changing clocks in 2026: in winter they show what Ontario's do, where it was an hour less.
    const weekly = [shift(1, '12:00', '15:30'), shift(1, '15:00', '18:00', 'America/Winnipeg')];
    expect(overlappingShifts(hours(weekly, '2020-01-01', '2021-01-31'), TODAY)).toEqual([]);
    const found = [{ index: 1, other: 0, at: Date.parse('2026-11-30T20:00:00Z') }];
    expect(overlappingShifts(hours(weekly, '2020-01-01'), TODAY)).toEqual(found);
  });

  it('name the first of the list that each overlaps, and each once', () => {
    const west = shift(1, '06:00', '14:00', 'America/Vancouver');
    const found = overlappingShifts(hours([shift(1, '09:00', '12:00'), shift(1, '13:00', '17:00'), west]), TODAY);
    expect(found.map(({ index, other }) => [index, other])).toEqual([[2, 0]]);
  });

  /** Whether both are worked in some quarter of an hour of the year, as the clocks of their places show it. */
  function shareAQuarter(pair: readonly [Shift, Shift], from: CivilDate): boolean {
    const began = wallOf(from);
    const works = ({ weekday, start, end, timeZone }: Shift, instant: number) => {
      const wall = toWall(timeZone, instant);
      const minute = Math.floor((wall % DAY) / MINUTE);
      const [begins, ends] = [minutesOf(start), minutesOf(end)];
      const on = (day: number) => weekdayOfWall(day) === weekday && day >= began;
      if (begins < ends) return on(wall - (wall % DAY)) && begins <= minute && minute < ends;
      return (on(wall - (wall % DAY)) && minute >= begins) || (on(wall - (wall % DAY) - DAY) && minute < ends);
    };
    const first = began - DAY;
    for (let instant = first; instant < first + 55 * 7 * DAY; instant += 15 * MINUTE) {
      if (pair.every((one) => works(one, instant))) return true;
    }
    return false;
  }

  it('are those that the clocks on the walls show as worked at once, quarter by quarter', () => {
    const zones = [
      TORONTO,
      'America/Vancouver',
      'America/Regina',
      'America/Phoenix',
      'America/Denver',
      'America/St_Johns',
      'Europe/London',
    ];
    const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    // Clear of the hours in which clocks change, so that the wall has one answer.
    const inDay = (minutes: number) => clock(Math.min(Math.max(minutes, 4 * 60), 23 * 60 + 30));
    const pair = fc
      .record({
        zone: fc.constantFrom(...zones),
        elsewhere: fc.constantFrom(...zones),
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 4, max: 23 }),
        // A night shift ends before it starts.
        to: fc.integer({ min: 4, max: 23 }),
        nearly: fc.constantFrom(-90, -60, -30, 0, 30, 60),
        lasts: fc.constantFrom(30, 90, 180),
        winter: fc.boolean(),
      })
      .filter(({ zone, elsewhere, from, to }) => zone !== elsewhere && from !== to)
      .map(({ zone, elsewhere, weekday, from, to, nearly, lasts, winter }): [Shift, Shift] => {
        const at = Date.parse(winter ? '2027-01-15' : '2027-07-15');
        // About when the one ends, by the clock of the other place.
        const begins = to * 60 + offsetAt(elsewhere, at) - offsetAt(zone, at) + nearly;
        const start = inDay(begins);
        const end = inDay(minutesOf(start) + lasts);
        const day = to < from ? (weekday % 7) + 1 : weekday;
        return [shift(weekday, clock(from * 60), clock(to * 60), zone), shift(day, start, end === start ? '23:45' : end, elsewhere)];
      });
    let shared = 0;
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 400 }), (shifts, days) => {
        const from = addDays(TODAY, days);
        const oracle = shareAQuarter(shifts, from);
        if (oracle) shared++;
        expect(overlappingShifts(hours(shifts, from), TODAY).length > 0).toBe(oracle);
      }),
      { numRuns: 60 },
    );
    // Neither answer is the rare one.
    expect(shared).toBeGreaterThan(10);
    expect(shared).toBeLessThan(50);
  });
});
