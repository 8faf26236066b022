import { MINUTE } from '@keel/calendar';
import type { Language } from '@keel/contracts';
import type { Say } from '../../platform/index.js';

interface MoveWords {
  moved(from: string, to: string): string;
  /** The appointment whose time stays, before what of it changed. */
  appointment(time: string, changes: string): string;
  practitioner(from: string, to: string): string;
  location(from: string, to: string): string;
  length(from: number, to: number): string;
  service: string;
  address: string;
  /** Where only what nobody sees of it changed, and in events of earlier releases, which told of time and place alone. */
  other: string;
}

const WORDS: Readonly<Record<Language, MoveWords>> = {
  en: {
    moved: (from, to) => `Moved from ${from} to ${to}`,
    appointment: (time, changes) => `Appointment of ${time}: ${changes}`,
    practitioner: (from, to) => `practitioner changed from ${from} to ${to}`,
    location: (from, to) => `location changed from ${from} to ${to}`,
    length: (from, to) => `length changed from ${from} to ${to} minutes`,
    service: 'service changed',
    address: 'new address of the location',
    other: 'changed',
  },
  fr: {
    moved: (from, to) => `Déplacé du ${from} au ${to}`,
    appointment: (time, changes) => `Rendez-vous du ${time}\u00a0: ${changes}`,
    practitioner: (from, to) => `confié à ${to} plutôt qu’à ${from}`,
    location: (from, to) => `lieu changé de «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0»`,
    length: (from, to) => `durée passée de ${from} à ${to} minutes`,
    service: 'service changé',
    address: 'nouvelle adresse du lieu',
    other: 'modifié',
  },
};

/** What a change of an appointment changed, each with what it was: the time, the practitioner, the place, the length, the service. */
export function tellMove(say: Say, locale: Language, newAddress = false): string {
  const words = WORDS[locale];
  const differs = (was: string, is: string) => say.word(was) !== '' && say.word(was) !== say.word(is);
  const changes: string[] = [];
  if (differs('previousPractitionerId', 'practitionerId')) {
    changes.push(words.practitioner(say.practitioner('previousPractitionerId'), say.practitioner('practitionerId')));
  }
  if (differs('previousLocationId', 'locationId')) {
    changes.push(words.location(say.location('previousLocationId'), say.location('locationId')));
  }
  if (differs('previousServiceId', 'serviceId')) changes.push(words.service);
  if (newAddress) changes.push(words.address);
  const [before, now] = [minutes(say, 'previousStart', 'previousEnd'), minutes(say, 'start', 'end')];
  if (say.word('previousEnd') !== '' && before !== now) changes.push(words.length(before, now));
  if (!differs('previousStart', 'start')) return words.appointment(say.time('start'), changes.join(', ') || words.other);
  return [words.moved(say.time('previousStart'), say.time('start')), ...changes].join(', ');
}

function minutes(say: Say, start: string, end: string): number {
  return (Date.parse(say.word(end)) - Date.parse(say.word(start))) / MINUTE;
}
