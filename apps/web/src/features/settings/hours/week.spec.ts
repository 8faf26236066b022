import { overlappingShifts } from '@keel/calendar';
import fc from 'fast-check';
import {
  changeWeek,
  isOvernight,
  minutesOfWeek,
  type Reckoning,
  shiftFaults,
  shiftsOf,
  toWeekly,
  usualWeek,
  type Week,
  type WeekAction,
  weekOf,
  WORKDAYS,
} from './week.js';

const monday = weekOf([
  { weekday: 1, start: '08:00', end: '12:00' },
  { weekday: 1, start: '13:00', end: '17:00' },
]);

const ZONES: Record<string, string> = { west: 'America/Los_Angeles' };
const reckoning: Reckoning = {
  effectiveFrom: '2026-12-01',
  effectiveTo: null,
  today: '2026-11-28',
  zoneOf: (locationId = '') => ZONES[locationId] ?? 'America/Toronto',
};
const faultsOf = (week: Week) => shiftFaults(week, reckoning);

describe('a week of working hours', () => {
  it('begins as nine to five on workdays', () => {
    expect(toWeekly(usualWeek())).toEqual(WORKDAYS.map((weekday) => ({ weekday, start: '09:00', end: '17:00' })));
    expect(minutesOfWeek(toWeekly(usualWeek()))).toBe(40 * 60);
  });

  it('is split by a further shift after the last one', () => {
    const morning = weekOf([{ weekday: 2, start: '08:00', end: '12:00', locationId: 'here' }]);
    expect(shiftsOf(changeWeek(morning, { do: 'add', weekday: 2 }), 2)[1]).toMatchObject({
      start: '13:00',
      end: '17:00',
      locationId: 'here',
    });
    const late = changeWeek(weekOf([{ weekday: 2, start: '12:00', end: '18:00' }]), { do: 'add', weekday: 2 });
    expect(shiftsOf(late, 2)[1]).toMatchObject({ start: '19:00', end: '22:00' });
    expect(faultsOf(late).size).toBe(0);
  });

  it('copies Monday over the workdays and leaves the weekend', () => {
    const week = changeWeek(changeWeek(monday, { do: 'add', weekday: 3 }), { do: 'add', weekday: 6 });
    const copied = changeWeek(week, { do: 'copy', from: 1, to: WORKDAYS });
    for (const weekday of WORKDAYS) expect(shiftsOf(copied, weekday).map(({ start }) => start)).toEqual(['08:00', '13:00']);
    expect(shiftsOf(copied, 6)).toHaveLength(1);
    expect(new Set(copied.shifts.map(({ key }) => key)).size).toBe(copied.shifts.length);
  });

  it('tells what is missing, has no length, or overlaps', () => {
    const faulty = (part: { start?: string; end?: string }) => [...faultsOf(changeWeek(monday, { do: 'change', key: 1, part })).values()];
    const overlap = { kind: 'overlap', other: monday.shifts[0], at: null };
    expect(faulty({ start: '' })).toEqual([{ kind: 'missing' }]);
    expect(faulty({ end: '13:00' })).toEqual([{ kind: 'empty' }]);
    expect(faulty({ start: '11:59' })).toEqual([overlap]);
    expect(faulty({ start: '12:00' })).toEqual([]);
    expect(
      faultsOf(
        weekOf([
          { weekday: 7, start: '22:00', end: '02:00' },
          { weekday: 1, start: '01:00', end: '03:00' },
        ]),
      ).size,
    ).toBe(1);
  });

  it('overlaps by the clocks of its places: six in the west is nine in the east', () => {
    const morning = { weekday: 1, start: '09:00', end: '12:00' };
    const away = (start: string, end: string) => weekOf([morning, { weekday: 1, start, end, locationId: 'west' }]);
    expect(faultsOf(away('09:00', '12:00')).size).toBe(0);
    const early = away('06:00', '09:00');
    // The one that comes first in the day as it is written is the one that the other overlaps.
    expect([...faultsOf(early)]).toEqual([[0, { kind: 'overlap', other: early.shifts[1], at: Date.parse('2026-12-07T14:00:00Z') }]]);
  });

  it('ends at midnight as the API writes it, and may go on after it', () => {
    const evening = weekOf([{ weekday: 5, start: '18:00', end: '24:00' }]);
    expect(evening.shifts[0]?.end).toBe('00:00');
    expect(isOvernight(evening.shifts[0]!)).toBe(false);
    expect(toWeekly(evening)).toEqual([{ weekday: 5, start: '18:00', end: '24:00' }]);
    expect(isOvernight({ start: '22:00', end: '02:00' })).toBe(true);
  });

  it('without a fault is one that the API takes, whatever was done to it', () => {
    const weekday = fc.integer({ min: 1, max: 7 });
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const action: fc.Arbitrary<WeekAction> = fc.oneof(
      weekday.map((day) => ({ do: 'add' as const, weekday: day })),
      fc.nat(8).map((key) => ({ do: 'remove' as const, key })),
      fc
        .tuple(fc.nat(8), time, time, fc.constantFrom('main', 'west'))
        .map(([key, start, end, locationId]) => ({ do: 'change' as const, key, part: { start, end, locationId } })),
      weekday.map((from) => ({ do: 'copy' as const, from, to: WORKDAYS })),
    );
    const asTheApi = (week: Week) => ({
      ...reckoning,
      weekly: toWeekly(week).map((shift) => ({ ...shift, timeZone: reckoning.zoneOf(shift.locationId) })),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const week = actions.reduce<Week>(changeWeek, usualWeek());
        expect(new Set(week.shifts.map(({ key }) => key)).size).toBe(week.shifts.length);
        if (faultsOf(week).size === 0) expect(overlappingShifts(asTheApi(week), reckoning.today)).toEqual([]);
        else expect(week.shifts.length).toBeGreaterThan(0);
      }),
    );
  });
});
