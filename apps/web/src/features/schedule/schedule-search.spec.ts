import { addDays, weekdayOf } from '@keel/calendar';
import fc from 'fast-check';
import { rangeOf, readScheduleSearch, SCHEDULE_VIEWS, step } from './schedule-search.js';

const ID = '0198a1b2-0000-7000-8000-000000000001';
const OTHER = '0198a1b2-0000-7000-8000-000000000002';
const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('what an address says of the schedule', () => {
  it('is taken as it stands', () => {
    const search = { view: 'week', date: '2027-03-14', who: [ID, OTHER], one: ID, ended: true } as const;
    expect(readScheduleSearch(search)).toEqual(search);
  });

  it('is left out where it is the usual or makes no sense', () => {
    expect(readScheduleSearch({ view: 'day', date: '2027-02-29', who: ['x'], one: 7, ended: 'yes' })).toEqual({});
    expect(readScheduleSearch({ view: 'year', who: ID, ended: false })).toEqual({});
    expect(readScheduleSearch({ who: [ID, ID, 'x'] })).toEqual({ who: [ID] });
  });

  it('never fails, whatever it is', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('view', 'date', 'who', 'one', 'ended'), fc.anything()), readsTwice));
  });
});

function readsTwice(search: Record<string, unknown>): void {
  const read = readScheduleSearch(search);
  expect(readScheduleSearch({ ...read })).toEqual(read);
}

describe('the days of a view', () => {
  it('hold the day that was asked for, in whole weeks but for a day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCHEDULE_VIEWS), dates, (view, date) => {
        const { from, to } = rangeOf(view, date);
        expect(from <= date && date < to).toBe(true);
        if (view === 'day') expect(to).toBe(addDays(from, 1));
        else expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 1]);
      }),
    );
  });

  it('of a month are all of its days', () => {
    expect(rangeOf('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-03-01' });
    expect(rangeOf('month', '2026-11-24')).toEqual({ from: '2026-10-26', to: '2026-12-07' });
  });
});

describe('a step', () => {
  it('of a month stays in the next one', () => {
    expect(step('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(step('month', '2027-03-31', -1)).toBe('2027-02-28');
    expect(step('month', '2026-12-15', 1)).toBe('2027-01-15');
  });

  it('goes to a later day and back to where it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('day', 'week'), dates, (view, date) => {
        const later = step(view, date, 1);
        expect(later > date).toBe(true);
        expect(step(view, later, -1)).toBe(date);
      }),
    );
  });
});
