import { addDays } from '@keel/calendar';
import fc from 'fast-check';
import { dayOf, endOfDay } from './due-day.js';

describe('the day by which something is to be done', () => {
  it('is whole, by the clinic’s clock', () => {
    expect(endOfDay('2026-12-04', 'America/Toronto')).toBe('2026-12-05T04:59:00.000Z');
    expect(endOfDay('', 'America/Toronto')).toBeUndefined();
    expect(endOfDay('2026-02-30', 'America/Toronto')).toBeUndefined();
  });

  it('is read back as the same day, also where the clock changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('America/Toronto', 'America/St_Johns', 'Europe/Paris'),
        (days, zone) => {
          const day = addDays('2026-01-01', days);
          expect(dayOf(endOfDay(day, zone) ?? '', zone)).toBe(day);
        },
      ),
    );
  });
});
