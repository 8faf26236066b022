import type { Language, TimelineEventType } from '@keel/contracts';
import { type Known, tell, type TimelineData } from '../platform/index.js';
import { SCHEDULING_TIMELINE } from './scheduling.timeline.js';

const known = {
  timeZone: 'America/Toronto',
  locations: new Map([
    ['west', { name: 'Kitsilano', timeZone: 'America/Vancouver' }],
    ['east', { name: 'Rosemont', timeZone: 'America/Toronto' }],
  ]),
  practitioners: new Map([
    ['anne', 'Anne Roy'],
    ['luc', 'Luc Côté'],
    ['noa', 'נועה כהן'],
  ]),
};
const booked = { appointmentId: 'a1', start: '2026-12-01T19:30:00.000Z' };

const summarize = (kind: TimelineEventType, data: TimelineData, locale: Language, of: Known) =>
  tell(SCHEDULING_TIMELINE[kind]!, data, locale, of);

/** As `appointment.moved` tells of an appointment of half an hour, unless `changes` say otherwise. */
const moved = (changes: object) => {
  const was = { previousStart: '2026-12-01T15:00:00.000Z', previousEnd: '2026-12-01T15:30:00.000Z' };
  const before = { ...was, previousPractitionerId: 'anne', previousLocationId: 'east', previousServiceId: 'massage' };
  const now = { start: was.previousStart, end: was.previousEnd, practitionerId: 'anne', locationId: 'east', serviceId: 'massage' };
  const told = { ...before, ...now, ...changes };
  const say = (locale: 'en' | 'fr') => summarize('appointment.moved', told, locale, known).replaceAll(/\s/g, ' ');
  return [say('en'), say('fr')];
};
const EN_AT = 'Tuesday, December 1 at 10:00 a.m.';
const FR_AT = 'mardi 1er décembre à 10 h 00';

describe('a line of the journey', () => {
  it('shows the clinic’s clock, in both languages', () => {
    expect(summarize('appointment.booked', booked, 'en', known)).toMatch(/^Booked for .*December 1.*2:30/);
    expect(summarize('appointment.booked', booked, 'fr', known)).toMatch(/^Rendez-vous pris pour le .*1.*décembre.*14/);
  });

  it('shows the clock of the place of the appointment, and says so where it is not the clinic’s', () => {
    const west = { ...booked, locationId: 'west' };
    expect(summarize('appointment.booked', west, 'en', known)).toMatch(/12:30.*\(Vancouver time\)$/);
    expect(summarize('appointment.booked', west, 'fr', known)).toMatch(/12 h 30 \(heure de Vancouver\)$/);
    expect(summarize('appointment.booked', { ...booked, locationId: 'east' }, 'en', known)).not.toContain('time');
    const moved = { ...west, previousStart: '2026-12-01T18:30:00.000Z', previousLocationId: 'east' };
    expect(summarize('appointment.moved', moved, 'en', known)).toMatch(
      /^Moved from .* 1:30 p\.m\. to .* 12:30 p\.m\. \(Vancouver time\), location changed from Rosemont to Kitsilano$/,
    );
  });

  it.each([
    [
      'the time alone',
      { start: '2026-12-02T16:00:00.000Z', end: '2026-12-02T16:30:00.000Z' },
      `Moved from ${EN_AT} to Wednesday, December 2 at 11:00 a.m.`,
      `Déplacé du ${FR_AT} au mercredi 2 décembre à 11 h 00`,
    ],
    [
      'the practitioner alone',
      { practitionerId: 'luc' },
      `Appointment of ${EN_AT}: practitioner changed from Anne Roy to Luc Côté`,
      `Rendez-vous du ${FR_AT} : confié à Luc Côté plutôt qu’à Anne Roy`,
    ],
    [
      'the place alone',
      { locationId: 'west' },
      'Appointment of Tuesday, December 1 at 8:00 a.m. (Vancouver time): location changed from Rosemont to Kitsilano',
      'Rendez-vous du mardi 1er décembre à 8 h 00 (heure de Vancouver) : lieu changé de « Rosemont » à « Kitsilano »',
    ],
    [
      'the length alone',
      { end: '2026-12-01T15:45:00.000Z' },
      `Appointment of ${EN_AT}: length changed from 30 to 45 minutes`,
      `Rendez-vous du ${FR_AT} : durée passée de 30 à 45 minutes`,
    ],
    [
      'service and length',
      { serviceId: 'physiotherapy', end: '2026-12-01T16:00:00.000Z' },
      `Appointment of ${EN_AT}: service changed, length changed from 30 to 60 minutes`,
      `Rendez-vous du ${FR_AT} : service changé, durée passée de 30 à 60 minutes`,
    ],
    [
      'time, practitioner and place',
      { start: '2026-12-02T16:00:00.000Z', end: '2026-12-02T16:30:00.000Z', practitionerId: 'luc', locationId: 'west' },
      `Moved from ${EN_AT} to Wednesday, December 2 at 9:00 a.m. (Vancouver time), practitioner changed from Anne Roy to Luc Côté, location changed from Rosemont to Kitsilano`,
      `Déplacé du ${FR_AT} au mercredi 2 décembre à 9 h 00 (heure de Vancouver), confié à Luc Côté plutôt qu’à Anne Roy, lieu changé de « Rosemont » à « Kitsilano »`,
    ],
    [
      'a name that reads from right to left',
      { practitionerId: 'noa' },
      `Appointment of ${EN_AT}: practitioner changed from Anne Roy to \u2068נועה כהן\u2069`,
      `Rendez-vous du ${FR_AT} : confié à \u2068נועה כהן\u2069 plutôt qu’à Anne Roy`,
    ],
    ['nothing that is seen', {}, `Appointment of ${EN_AT}: changed`, `Rendez-vous du ${FR_AT} : modifié`],
  ])('says of a changed appointment what changed: %s', (_, changes, en, fr) => {
    expect(moved(changes)).toEqual([en, fr]);
  });

  it('tells a change of an earlier release, which kept less, by what it kept', () => {
    const less = { previousEnd: undefined, previousPractitionerId: undefined, previousServiceId: undefined };
    expect(moved({ ...less, practitionerId: 'luc' })[0]).toBe(`Appointment of ${EN_AT}: changed`);
    expect(moved({ ...less, start: '2026-12-02T16:00:00.000Z' })[0]).toBe(`Moved from ${EN_AT} to Wednesday, December 2 at 11:00 a.m.`);
  });

  it.each([
    ['appointment.cancelled', { by: 'patient' }, 'Cancelled by the patient', 'Annulé par le patient'],
    ['appointment.confirmed', { by: 'clinic' }, 'Confirmed by the clinic', 'Confirmé par la clinique'],
    ['appointment.arrived', {}, 'Arrived', 'Arrivé'],
    ['appointment.no_show', {}, 'Did not come', 'Absence'],
  ] as const)('says which appointment it is of, where that is known: %s', (kind, data, en, fr) => {
    expect([summarize(kind, data, 'en', known), summarize(kind, data, 'fr', known)]).toEqual([en, fr]);
    const of = { ...data, start: '2026-12-01T15:00:00.000Z', locationId: 'east' };
    const told = (locale: 'en' | 'fr') => summarize(kind, of, locale, known).replaceAll(/\s/g, ' ');
    expect([told('en'), told('fr')]).toEqual([`${en}: appointment of ${EN_AT}`, `${fr} : rendez-vous du ${FR_AT}`]);
  });
});
