import { dateIn } from '@keel/calendar';
import fc from 'fast-check';
import { byDay } from './journey-days.js';

const inToronto = (instant: string) => dateIn('America/Toronto', Date.parse(instant));
const at = (instant: string) => ({ at: instant });

describe('the days of a journey', () => {
  it('are the clinic’s, not those of UTC', () => {
    // 23:30 and 00:30 in Toronto, both on the 24th in UTC.
    const days = byDay([at('2026-11-24T05:30:00Z'), at('2026-11-24T04:30:00Z')], inToronto);
    expect(days.map(({ date, entries }) => [date, entries.length])).toEqual([
      ['2026-11-24', 1],
      ['2026-11-23', 1],
    ]);
  });

  it('hold every entry once, in its place, and no day twice in a row', () => {
    const instants = fc.array(fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(instants, (dates) => {
        const entries = dates.toSorted((a, b) => Number(b) - Number(a)).map((date) => at(date.toISOString()));
        const days = byDay(entries, inToronto);
        expect(days.flatMap((day) => day.entries)).toEqual(entries);
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
        for (const { date, entries: there } of days) for (const entry of there) expect(inToronto(entry.at)).toBe(date);
      }),
    );
  });
});
