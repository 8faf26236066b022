import type { Practitioner } from '../../data/practitioners.js';
import type { Service } from '../../data/services.js';
import type { Appointment } from '../../data/appointments.js';
import { draftOf, type Known, recentOf } from './booking-draft.js';

const person = (id: string, profession: string, active = true) => ({ id, profession, active }) as Practitioner;
const service = (id: string, profession: string, over: Partial<Service> = {}) =>
  ({ id, name: id, profession, durationMinutes: 45, archived: false, ...over }) as Service;
const appointment = (practitionerId: string, serviceId: string, start = '2026-11-02T15:00:00Z', patientId = 'p') =>
  ({ practitionerId, serviceId, start, patientId }) as Appointment;

const known: Known = {
  practitioners: [person('amelie', 'physio'), person('ben', 'massage'), person('gone', 'physio', false)],
  services: [
    service('assessment', 'physio', { durationMinutes: 60 }),
    service('treatment', 'physio', { durationMinutes: 30 }),
    service('massage', 'massage'),
    service('old', 'physio', { archived: true }),
  ],
  appointments: [],
  me: null,
  language: 'en',
};
const ids = ({ practitioner, service: one, durationMinutes }: ReturnType<typeof draftOf>) => [practitioner?.id, one?.id, durationMinutes];

describe('an appointment that is being booked', () => {
  it('is like the patient’s last one, where nothing else is asked for', () => {
    const appointments = [appointment('ben', 'massage'), appointment('amelie', 'treatment')];
    expect(ids(draftOf({}, { ...known, appointments }))).toEqual(['amelie', 'treatment', 30]);
    expect(draftOf({}, { ...known, appointments }).offered.map(({ id }) => id)).toEqual(['treatment', 'assessment']);
  });

  it('takes the last service that the wanted practitioner offers, else their first', () => {
    const appointments = [appointment('amelie', 'treatment'), appointment('ben', 'massage')];
    expect(ids(draftOf({ practitionerId: 'amelie' }, { ...known, appointments }))).toEqual(['amelie', 'treatment', 30]);
    expect(ids(draftOf({ practitionerId: 'amelie' }, known))).toEqual(['amelie', 'assessment', 60]);
  });

  it('never offers a service of another profession or an archived one, nor somebody who takes no more appointments', () => {
    expect(ids(draftOf({ practitionerId: 'ben', serviceId: 'treatment' }, known))).toEqual(['ben', 'massage', 45]);
    expect(ids(draftOf({ serviceId: 'old', practitionerId: 'gone' }, known))).toEqual([undefined, undefined, undefined]);
    // Nobody in their place: another is somebody's own choice.
    const before = { ...known, appointments: [appointment('amelie', 'treatment')], me: 'ben' };
    expect(draftOf({ practitionerId: 'gone' }, before).practitioner).toBeUndefined();
    expect(ids(draftOf({ serviceId: 'massage' }, { ...known, appointments: [appointment('amelie', 'treatment')] }))).toEqual([
      undefined,
      'massage',
      45,
    ]);
  });

  it('is chosen among the names that the reader knows, in their order', () => {
    const named = (id: string, fr: string) => service(id, 'physio', { nameIn: { fr } });
    const services = [named('assessment', 'Évaluation'), named('treatment', 'Traitement'), named('exercise', 'Entraînement')];
    const names = (language: 'en' | 'fr') =>
      draftOf({ practitionerId: 'amelie' }, { ...known, services, language }).offered.map(({ id }) => id);
    expect(names('en')).toEqual(['assessment', 'exercise', 'treatment']);
    expect(names('fr')).toEqual(['exercise', 'assessment', 'treatment']);
  });

  it('is the booking practitioner’s own where nobody is known, and as long as was drawn', () => {
    expect(ids(draftOf({}, { ...known, me: 'ben' }))).toEqual(['ben', 'massage', 45]);
    expect(ids(draftOf({ practitionerId: 'ben', durationMinutes: 90 }, known))).toEqual(['ben', 'massage', 90]);
  });
});

describe('recent patients', () => {
  it('are those whose appointments are nearest to now, each once', () => {
    const now = Date.parse('2026-11-24T15:00:00Z');
    const appointments = [
      appointment('a', 's', '2026-11-23T15:00:00Z', 'yesterday'),
      appointment('a', 's', '2026-11-24T14:30:00Z', 'here'),
      appointment('a', 's', '2026-11-24T15:10:00Z', 'next'),
      appointment('a', 's', '2026-11-20T15:10:00Z', 'next'),
    ];
    expect(recentOf(appointments, now, 2).map(({ patientId }) => patientId)).toEqual(['next', 'here']);
    expect(recentOf(appointments, now, 9)).toHaveLength(3);
  });
});
