import { addDays } from '@keel/calendar';
import { patients } from './cast.js';
import { storyOf, appointmentsOf } from './day-plan.js';

const ZONE = 'America/Toronto';
const days = Array.from({ length: 42 }, (_, index) => addDays('2026-11-23', index - 28));
const appointments = days.flatMap((day) => appointmentsOf(day, ZONE, 6, 60));

describe('the demo clinic', () => {
  it('plans the same day alike whenever it is asked, and rests on weekends', () => {
    for (const day of days) expect(appointmentsOf(day, ZONE, 6, 60)).toEqual(appointmentsOf(day, ZONE, 6, 60));
    expect(appointmentsOf('2026-11-22', ZONE, 6, 60)).toEqual([]);
    expect(new Set(appointmentsOf('2026-11-23', ZONE, 6, 60).map(({ practitioner }) => practitioner)).size).toBe(6);
  });

  it('sees all of its people, and nobody twice on a day with the same practitioner', () => {
    expect(new Set(appointments.map(({ patient }) => patient)).size).toBeGreaterThan(55);
    const pairs = appointments.map(({ practitioner, patient, start }) => `${practitioner} ${patient} ${start.slice(0, 10)}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('tells each appointment in order: booked, confirmed, arrived, noted, invoiced, paid', () => {
    for (const appointment of appointments) {
      const { booked, confirmed, cancelled, arrived, noted, signed, invoiced, paid } = storyOf(appointment, 60);
      const steps = [booked, confirmed ?? booked, arrived, noted, invoiced, paid].map(Number);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(+booked).toBeLessThan(+cancelled);
      expect(+signed).toBeGreaterThan(+noted);
    }
  });

  it('has appointments of every end: seen, missed, cancelled; paid, half paid, owing', () => {
    const stories = appointments.map((appointment) => storyOf(appointment, 60));
    expect(new Set(stories.map(({ outcome }) => outcome))).toEqual(new Set(['seen', 'no_show', 'cancelled']));
    expect(new Set(stories.map(({ paidShare }) => paidShare))).toEqual(new Set([0, 50, 100]));
  });

  it('has sixty people who are the same at every start', () => {
    const people = patients();
    expect(people).toEqual(patients());
    expect(new Set(people.map(({ externalId }) => externalId)).size).toBe(60);
    expect(people.some(({ locale }) => locale === 'fr')).toBe(true);
  });
});
