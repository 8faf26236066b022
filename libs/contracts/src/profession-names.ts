import type { Locale } from './types.js';

type InBoth = readonly [en: string, fr: string];

/** The titles that Keel proposes for its professions, and the usual ones beside them; what somebody wrote otherwise is printed as written. */
const TITLES: readonly InBoth[] = [
  ['Physiotherapist', 'Physiothérapeute'],
  ['Registered Physiotherapist', 'Physiothérapeute'],
  ['Massage Therapist', 'Massothérapeute'],
  ['Registered Massage Therapist', 'Massothérapeute autorisé(e)'],
  ['Foot Care Nurse', 'Infirmière en soins des pieds'],
  ['Registered Nurse', 'Infirmière autorisée ou infirmier autorisé'],
  ['Registered Nurse, foot care', 'Infirmière autorisée ou infirmier autorisé, soins des pieds'],
  ['Occupational Therapist', 'Ergothérapeute'],
  ['Registered Occupational Therapist', 'Ergothérapeute'],
  ['Counsellor', 'Conseillère ou conseiller'],
  ['Registered Psychotherapist', 'Psychothérapeute autorisé(e)'],
  ['Psychotherapist', 'Psychothérapeute'],
];

/** Colleges and associations that have a name in each language. */
const COLLEGES: readonly InBoth[] = [
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
  return inLanguage(TITLES, title, locale);
}

/** A college in the reader's language, or as it was written. */
export function collegeName(college: string, locale: Locale): string {
  return inLanguage(COLLEGES, college, locale);
}

function inLanguage(names: readonly InBoth[], name: string, locale: Locale): string {
  const plain = (text: string) => text.trim().toLowerCase().replaceAll('’', "'");
  const known = names.find((pair) => pair.some((one) => plain(one) === plain(name)));
  return known?.[locale === 'fr' ? 1 : 0] ?? name;
}
