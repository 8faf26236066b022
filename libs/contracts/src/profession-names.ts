import type { Profession } from './enums.js';
import type { Language, LocalText } from './locales.js';
import type { Country } from './types.js';

type Title = readonly [en: string, ...fr: string[]];
type Titles = Readonly<Record<Profession, readonly Title[]>>;

/**
 * The usual titles of each profession, in English and in French; the first is proposed. Where French has no form for everybody, the
 * woman's and the man's follow the one for both: who writes theirs has it printed so.
 */
const IN_CANADA: Titles = {
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

/** States license where provinces register, and some professions have another name. */
const IN_THE_US: Titles = {
  ...IN_CANADA,
  physiotherapist: [
    ['Physical Therapist', 'Physiothérapeute'],
    ['Licensed Physical Therapist', 'Physiothérapeute agréé(e)', 'Physiothérapeute agréée', 'Physiothérapeute agréé'],
  ],
  massage_therapist: [
    ['Licensed Massage Therapist', 'Massothérapeute agréé(e)', 'Massothérapeute agréée', 'Massothérapeute agréé'],
    ['Massage Therapist', 'Massothérapeute'],
  ],
  occupational_therapist: [
    ['Occupational Therapist', 'Ergothérapeute'],
    ['Licensed Occupational Therapist', 'Ergothérapeute agréé(e)', 'Ergothérapeute agréée', 'Ergothérapeute agréé'],
  ],
  counsellor: [
    ['Counselor', 'Conseillère ou conseiller', 'Conseillère', 'Conseiller'],
    ['Licensed Professional Counselor', 'Conseillère agréée ou conseiller agréé', 'Conseillère agréée', 'Conseiller agréé'],
    ['Psychotherapist', 'Psychothérapeute'],
  ],
};

const TITLES: Readonly<Record<Country, Titles>> = { CA: IN_CANADA, US: IN_THE_US };

/**
 * What has but another name in the US. Not the other way round, since provinces know these names as well; and no credential: who is
 * registered is not licensed by being printed elsewhere.
 */
const NAMED_IN_THE_US: Readonly<Partial<Record<string, string>>> = { Physiotherapist: 'Physical Therapist', Counsellor: 'Counselor' };

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

/**
 * Whose titles are known in a country: its own, and in the US those of Canada, which say no more in the other language than they did.
 * "Agréée" of Québec is no licence of a state: where it was typed in Canada it is printed as it was typed.
 */
const KNOWN_IN: Readonly<Record<Country, readonly Titles[]>> = { CA: [IN_CANADA], US: [IN_THE_US, IN_CANADA] };

/** A title in the reader's language, by the name that it has in the clinic's country; or as it was written. */
export function titleName(title: string, locale: Language, country: Country): string {
  const known = KNOWN_IN[country]
    .flatMap((titles) => Object.values(titles).flat())
    .find((forms) => forms.some((one) => plain(one) === plain(title)));
  if (!known) return title;
  const [english, french = english, ...others] = known;
  if (locale === 'en') return (country === 'US' ? NAMED_IN_THE_US[english] : undefined) ?? english;
  return others.find((one) => plain(one) === plain(title)) ?? french;
}

/** The titles that one of this profession may choose from in a country, in a language. */
export function usualTitles(profession: Profession, locale: Language, country: Country): string[] {
  return [...new Set(TITLES[country][profession].flatMap(([english, ...french]) => (locale === 'fr' ? french : [english])))];
}

/** What a province has no register of, or another name for: there nobody is called registered who has not written it. */
const UNREGISTERED: Readonly<Partial<Record<string, Partial<Record<Profession, string>>>>> = {
  QC: { massage_therapist: 'Massage Therapist', foot_care_nurse: 'Foot Care Nurse' },
};

/** The title of who has not written one. */
export function proposedTitle(profession: Profession, country: Country, region?: string): string {
  const here = country === 'CA' ? UNREGISTERED[region ?? '']?.[profession] : undefined;
  return here ?? TITLES[country][profession][0]?.[0] ?? '';
}

/** A college in the reader's language, or as it was written. */
export function collegeName(college: string, locale: Language): string {
  const known = COLLEGES.find((pair) => pair.some((one) => plain(one) === plain(college)));
  return known?.[locale === 'fr' ? 1 : 0] ?? college;
}

/** A practitioner's title in a language: as the clinic has said, else by the name of a title that is known, else as it was written. */
export function titleFor(language: Language, country: Country, { title, titleIn }: { title: string; titleIn?: LocalText | null }): string {
  return titleIn?.[language] || titleName(title, language, country);
}

/** The college in a language, likewise; null where none is named. */
export function collegeFor(
  language: Language,
  { college, collegeIn }: { college: string | null; collegeIn?: LocalText | null },
): string | null {
  return college && (collegeIn?.[language] || collegeName(college, language));
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'");
