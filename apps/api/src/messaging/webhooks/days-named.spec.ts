import fc from 'fast-check';
import { type DayNamed, daysNamed, isNamed } from './days-named.js';

const zone = 'America/Toronto';
/** A Monday. */
const MONDAY = new Date('2026-11-30T15:00:00Z');
const at = (day: string, time = '10:00') => ({ start: new Date(`${day}T${time}:00-05:00`), timeZone: zone });
const fits = (text: string, day: string, time?: string, now = MONDAY) => isNamed(daysNamed(text), at(day, time), now);

describe('days that are named beside a yes or a courtesy', () => {
  it.each<[string, DayNamed[]]>([
    ['see you Friday', [{ weekday: 5, next: false }]],
    ['See you FRI!', [{ weekday: 5, next: false }]],
    ['see ya mon', [{ weekday: 1, next: false }]],
    ['À mardi', [{ weekday: 2, next: false }]],
    ['a mercredi prochain', [{ weekday: 3, next: true }]],
    ['see you next Thurs', [{ weekday: 4, next: true }]],
    ['Thanks, see you Monday morning', [{ weekday: 1, next: false }, { part: 'morning' }]],
    ['à samedi matin', [{ weekday: 6, next: false }, { part: 'morning' }]],
    ['see you tomorrow!', [{ day: 'tomorrow' }]],
    ['à demain', [{ day: 'tomorrow' }]],
    ['see you today', [{ day: 'today' }]],
    ['See you tonight', [{ day: 'today' }, { part: 'evening' }]],
    ['à ce soir', [{ day: 'today' }, { part: 'evening' }]],
    ['à tantôt', [{ day: 'today' }]],
    ['à tout à l’heure', [{ day: 'today' }]],
    ['see you next week', [{ day: 'next week' }]],
    ['à la semaine prochaine', [{ day: 'next week' }]],
    ['see you in the morning', [{ part: 'morning' }]],
    ['until Sunday', [{ weekday: 7, next: false }]],
    ['confirm my Tuesday appointment', [{ weekday: 2, next: false }]],
    ['je confirme le vendredi', [{ weekday: 5, next: false }]],
  ])('%j names %j', (text, named) => {
    expect(daysNamed(text)).toEqual(named);
  });

  it.each([
    ...[
      'thanks!',
      'see you then',
      'see you soon',
      'see you later',
      'Have a great day!',
      'Enjoy the rest of your week',
      'good morning, thanks',
    ],
    ...[
      'Bonne journée',
      'Merci, bonne soirée à vous',
      'bonne fin de semaine',
      'je confirme mon rendez-vous',
      'Bon matin, merci',
      'C',
      'à bientôt',
    ],
    ...['have a nice evening', 'good night', 'bonne semaine', 'bon après-midi', 'Have a good one'],
  ])('%j names none', (text) => {
    expect(daysNamed(text)).toEqual([]);
  });

  it.each<[string, string, string?]>([
    ['see you Tuesday', '2026-12-01'],
    ['see you Friday', '2026-12-04'],
    ['see you Monday', '2026-12-07'],
    ['see you Monday', '2026-11-30', '18:00'],
    ['see you next Tuesday', '2026-12-08'],
    ['à mardi prochain', '2026-12-08'],
    ['see you tomorrow', '2026-12-01', '23:30'],
    ['see you tomorrow afternoon', '2026-12-01', '13:00'],
    ['see you next week', '2026-12-13'],
    ['see you Tuesday morning', '2026-12-01', '11:45'],
    ['see you tonight', '2026-11-30', '18:30'],
  ])('%j is of an appointment on %s', (...[text, day, time]) => {
    expect(fits(text, day, time)).toBe(true);
  });

  it.each<[string, string, string?]>([
    ['see you Friday', '2026-12-01'],
    ['see you Friday', '2026-12-11'],
    ['see you next Tuesday', '2026-12-01'],
    ['see you tomorrow', '2026-12-02'],
    ['see you tomorrow', '2026-11-30', '23:59'],
    ['à demain', '2026-12-10'],
    ['see you today', '2026-12-01', '00:01'],
    ['see you next week', '2026-12-04'],
    ['see you next week', '2026-12-14'],
    ['see you Tuesday morning', '2026-12-01', '14:00'],
    ['see you tomorrow evening', '2026-12-01', '10:00'],
    ['see you Tuesday, bye, see you Friday', '2026-12-01'],
  ])('%j is of another than one on %s', (...[text, day, time]) => {
    expect(fits(text, day, time)).toBe(false);
  });

  it('a weekday alone is never of an appointment on another, or of more than a week ahead', () => {
    const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(
        fc.constantFrom(...weekdays),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 364 }),
        (name, ahead, offset) => {
          const now = new Date(Date.UTC(2026, 0, 1 + offset, 12));
          const start = new Date(Date.UTC(2026, 0, 1 + offset + ahead, 12));
          const isIt = isNamed(daysNamed(`see you ${name}`), { start, timeZone: 'UTC' }, now);
          expect(isIt).toBe(weekdays[start.getUTCDay()] === name && ahead <= 7);
        },
      ),
    );
  });
});
