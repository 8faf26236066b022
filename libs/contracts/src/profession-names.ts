import type { Profession } from './enums.js';
import type { Locale } from './types.js';

/**
 * The usual titles of each profession, in English and in French; the first is proposed. Where French has no form for everybody, the
 * woman's and the man's follow the one for both: who writes theirs has it printed so.
 */
const TITLES: Readonly<Record<Profession, readonly (readonly [en: string, ...fr: string[]])[]>> = {
  physiotherapist: [
    ['Physiotherapist', 'Physiothérapeute'],
    ['Registered Physiotherapist', 'Physiothérapeute'],
  ],
  massage_therapist: [
    ['Registered Massage Therapist', 'Massothérapeute autorisé(e)', 'Massothérapeute autorisée', 'Massothérapeute autorisé'],
    ['Massage Therapist', 'Massothérapeute'],
  ],
  foot_care_nurse: [
    [
      'Registered Nurse, foot care',
      'Infirmière autorisée ou infirmier autorisé, soins des pieds',
      'Infirmière autorisée, soins des pieds',
      'Infirmier autorisé, soins des pieds',
    ],
    ['Foot Care Nurse', 'Infirmière ou infirmier en soins des pieds', 'Infirmière en soins des pieds', 'Infirmier en soins des pieds'],
    ['Registered Nurse', 'Infirmière autorisée ou infirmier autorisé', 'Infirmière autorisée', 'Infirmier autorisé'],
  ],
  occupational_therapist: [
    ['Occupational Therapist', 'Ergothérapeute'],
    ['Registered Occupational Therapist', 'Ergothérapeute'],
  ],
  counsellor: [
    ['Counsellor', 'Conseillère ou conseiller', 'Conseillère', 'Conseiller'],
    ['Registered Psychotherapist', 'Psychothérapeute autorisé(e)', 'Psychothérapeute autorisée', 'Psychothérapeute autorisé'],
    ['Psychotherapist', 'Psychothérapeute'],
  ],
};

/** Colleges and associations that have a name in each language. */
const COLLEGES: readonly (readonly [en: string, fr: string])[] = [
  ['College of Physiotherapists of Ontario', 'Ordre des physiothérapeutes de l’Ontario'],
  ['College of Massage Therapists of Ontario', 'Ordre des massothérapeutes de l’Ontario'],
  ['College of Nurses of Ontario', 'Ordre des infirmières et infirmiers de l’Ontario'],
  ['College of Occupational Therapists of Ontario', 'Ordre des ergothérapeutes de l’Ontario'],
  ['College of Registered Psychotherapists of Ontario', 'Ordre des psychothérapeutes autorisés de l’Ontario'],
  [
    'Ontario College of Social Workers and Social Service Workers',
    'Ordre des travailleurs sociaux et des techniciens en travail social de l’Ontario',
  ],
  ['College of Physiotherapists of New Brunswick', 'Collège des physiothérapeutes du Nouveau-Brunswick'],
  ['Nurses Association of New Brunswick', 'Association des infirmières et infirmiers du Nouveau-Brunswick'],
  ['New Brunswick Association of Occupational Therapists', 'Association des ergothérapeutes du Nouveau-Brunswick'],
  ['Canadian Counselling and Psychotherapy Association', 'Association canadienne de counseling et de psychothérapie'],
];

/** A title in the reader's language, or as it was written. */
export function titleName(title: string, locale: Locale): string {
  const known = Object.values(TITLES)
    .flat()
    .find((forms) => forms.some((one) => plain(one) === plain(title)));
  if (!known) return title;
  const [english, french = english, ...others] = known;
  if (locale === 'en') return english;
  return others.find((one) => plain(one) === plain(title)) ?? french;
}

/** The titles that one of this profession may choose from, in a language. */
export function usualTitles(profession: Profession, locale: Locale): string[] {
  return [...new Set(TITLES[profession].flatMap(([english, ...french]) => (locale === 'fr' ? french : [english])))];
}

/** The title of who has not written one. */
export const proposedTitle = (profession: Profession): string => TITLES[profession][0]?.[0] ?? '';

/** A college in the reader's language, or as it was written. */
export function collegeName(college: string, locale: Locale): string {
  const known = COLLEGES.find((pair) => pair.some((one) => plain(one) === plain(college)));
  return known?.[locale === 'fr' ? 1 : 0] ?? college;
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'");
