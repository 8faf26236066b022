import { dateIn } from '@keel/calendar';
import { instantsOf, newTimeOff, wholeDays } from './time-off-form.js';

const zone = 'America/Vancouver';
const dateOf = (instant: string) => dateIn(zone, Date.parse(instant));

describe('time off as it is typed', () => {
  it('is whole days of the clinic, both included, whatever the clocks do meanwhile', () => {
    const values = { ...newTimeOff('2026-12-01'), from: '2026-10-30', to: '2026-11-02' };
    const off = instantsOf(values, zone);
    // British Columbia stays seven hours behind UTC all year since March 2026.
    expect(off).toEqual({ start: '2026-10-30T07:00:00.000Z', end: '2026-11-03T07:00:00.000Z' });
    expect(wholeDays(off!, dateOf, zone)).toEqual({ from: '2026-10-30', to: '2026-11-02' });
  });

  it('may be a part of a day', () => {
    const off = instantsOf({ ...newTimeOff('2026-12-01'), partly: true }, zone);
    expect(off).toEqual({ start: '2026-12-02T19:00:00.000Z', end: '2026-12-03T00:00:00.000Z' });
    expect(wholeDays(off!, dateOf, zone)).toBeUndefined();
  });

  it('is nothing where it ends before it begins or is not filled in', () => {
    const values = newTimeOff('2026-12-01');
    expect(instantsOf({ ...values, to: '2026-12-01' }, zone)).toBeUndefined();
    expect(instantsOf({ ...values, partly: true, end: '12:00' }, zone)).toBeUndefined();
    expect(instantsOf({ ...values, partly: true, end: '' }, zone)).toBeUndefined();
    expect(instantsOf({ ...values, from: '' }, zone)).toBeUndefined();
  });
});
