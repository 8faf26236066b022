import type { Language, LocalText, Profession, TaxCode } from '@keel/contracts';
import { type Faker, fakerEN_CA, fakerFR_CA } from '@faker-js/faker';

export interface DemoPractitioner {
  firstName: string;
  lastName: string;
  profession: Profession;
  registrationNumber: string;
  college: string;
  /** Where the usual title in French is one for everybody, and this person has their own. */
  titleIn?: LocalText;
}

/** Six people of five professions; invented, like everybody here. */
export const PRACTITIONERS: readonly DemoPractitioner[] = [
  {
    firstName: 'Amélie',
    lastName: 'Roy',
    profession: 'physiotherapist',
    registrationNumber: 'PT-18342',
    college: 'College of Physiotherapists of Ontario',
  },
  {
    firstName: 'Ben',
    lastName: 'Carter',
    profession: 'massage_therapist',
    registrationNumber: 'RMT-7719',
    college: 'College of Massage Therapists of Ontario',
    titleIn: { fr: 'Massothérapeute autorisé' },
  },
  {
    firstName: 'Chloé',
    lastName: 'Gagnon',
    profession: 'foot_care_nurse',
    registrationNumber: 'RN-0412287',
    college: 'College of Nurses of Ontario',
  },
  {
    firstName: 'David',
    lastName: 'Singh',
    profession: 'occupational_therapist',
    registrationNumber: 'OT-5521',
    college: 'College of Occupational Therapists of Ontario',
  },
  {
    firstName: 'Esi',
    lastName: 'Mensah',
    profession: 'counsellor',
    registrationNumber: 'RP-9034',
    college: 'College of Registered Psychotherapists of Ontario',
    titleIn: { fr: 'Conseillère' },
  },
  {
    firstName: 'François',
    lastName: 'Dubé',
    profession: 'physiotherapist',
    registrationNumber: 'PT-20117',
    college: 'College of Physiotherapists of Ontario',
  },
];

export interface DemoService {
  name: string;
  nameIn: LocalText;
  durationMinutes: number;
  price: number;
  taxCode: TaxCode;
  profession: Profession;
}

export const SERVICES: readonly DemoService[] = [
  {
    name: 'Physiotherapy assessment',
    nameIn: { fr: 'Évaluation en physiothérapie' },
    durationMinutes: 60,
    price: 13_500,
    taxCode: 'exempt',
    profession: 'physiotherapist',
  },
  {
    name: 'Physiotherapy treatment',
    nameIn: { fr: 'Traitement de physiothérapie' },
    durationMinutes: 30,
    price: 8500,
    taxCode: 'exempt',
    profession: 'physiotherapist',
  },
  {
    name: 'Massage therapy, 60 minutes',
    nameIn: { fr: 'Massothérapie, 60 minutes' },
    durationMinutes: 60,
    price: 11_000,
    taxCode: 'taxable',
    profession: 'massage_therapist',
  },
  {
    name: 'Foot care',
    nameIn: { fr: 'Soins des pieds' },
    durationMinutes: 45,
    price: 7500,
    taxCode: 'exempt',
    profession: 'foot_care_nurse',
  },
  {
    name: 'Occupational therapy session',
    nameIn: { fr: 'Séance d’ergothérapie' },
    durationMinutes: 60,
    price: 14_000,
    taxCode: 'exempt',
    profession: 'occupational_therapist',
  },
  {
    name: 'Counselling session',
    nameIn: { fr: 'Séance de counseling' },
    durationMinutes: 60,
    price: 15_000,
    taxCode: 'exempt',
    profession: 'counsellor',
  },
];

export interface DemoPatient {
  externalId: string;
  firstName: string;
  lastName: string;
  dateOfBirth: string;
  email: string;
  phone: string;
  locale: Language;
  occupation: string;
  alerts: string[];
}

const ALERTS = ['Latex allergy', 'Pacemaker', 'Anticoagulants', 'Diabetes, type 2', 'Hard of hearing: speak to the left ear'];

/** The same sixty people at every start: two in three speak English, the rest French. */
export function patients(count = 60): DemoPatient[] {
  return Array.from({ length: count }, (_, index) => {
    const french = index % 3 === 2;
    const faker = seeded(french ? fakerFR_CA : fakerEN_CA, 1000 + index);
    const [firstName, lastName] = [faker.person.firstName(), faker.person.lastName()];
    return {
      externalId: `demo-${index + 1}`,
      firstName,
      lastName,
      dateOfBirth: faker.date.birthdate({ mode: 'year', min: 1938, max: 2012 }).toISOString().slice(0, 10),
      email: `patient${index + 1}@patients.example`,
      // 555-01xx numbers belong to nobody.
      phone: `+1 613 555 01${String(index % 100).padStart(2, '0')}`,
      locale: french ? 'fr' : 'en',
      occupation: faker.person.jobTitle(),
      alerts: index % 6 === 0 ? [ALERTS[(index / 6) % ALERTS.length] ?? 'Latex allergy'] : [],
    };
  });
}

/** Faker's dates are relative to a fixed day too, so that two machines make the same people. */
export function seeded(faker: Faker, seed: number): Faker {
  faker.seed(seed);
  faker.setDefaultRefDate('2026-01-01T00:00:00.000Z');
  return faker;
}

/** A whole number below `below` that depends on these words alone: the same plan at every start. */
export function draw(below: number, ...words: (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const letter of words.join('|')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % below;
}
