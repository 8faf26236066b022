import { addDays } from '@keel/calendar';
import { patients } from './cast.js';
import { visitsOf } from './day-plan.js';

const days = Array.from({ length: 42 }, (_, index) => addDays('2026-11-23', index - 28));

describe('the demo clinic', () => {
  it('plans the same day alike whenever it is asked, and rests on weekends', () => {
    for (const day of days) expect(visitsOf(day, 'America/Toronto', 6, 60)).toEqual(visitsOf(day, 'America/Toronto', 6, 60));
    expect(visitsOf('2026-11-22', 'America/Toronto', 6, 60)).toEqual([]);
    const busy = visitsOf('2026-11-23', 'America/Toronto', 6, 60);
    expect(new Set(busy.map(({ practitioner }) => practitioner)).size).toBe(6);
  });

  it('has sixty people who are the same at every start', () => {
    const people = patients();
    expect(people).toEqual(patients());
    expect(new Set(people.map(({ externalId }) => externalId)).size).toBe(60);
    expect(people.some(({ locale }) => locale === 'fr')).toBe(true);
  });
});
