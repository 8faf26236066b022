import { createHash } from 'node:crypto';
import type { Country, LocalText, Profession, TemplateSection } from '@keel/contracts';
import { COUNSELLING } from './counselling.js';
import { FOOT_CARE_NURSING, FOOT_CARE_NURSING_2, FOOT_CARE_NURSING_3 } from './foot-care-nursing.js';
import { MASSAGE_THERAPY, MASSAGE_THERAPY_2 } from './massage-therapy.js';
import { OCCUPATIONAL_THERAPY } from './occupational-therapy.js';
import { PHYSIOTHERAPY, PHYSIOTHERAPY_2 } from './physiotherapy.js';
import { soapSection } from './words.js';

/** One version of a template that comes with Keel. */
export interface BuiltInTemplate {
  builtIn: string;
  version: number;
  name: LocalText;
  /** Whose default it is; null for plain SOAP. */
  profession: Profession | null;
  sections: TemplateSection[];
}

/**
 * The templates that come with Keel. A released version is never edited, because signed notes show their labels from it: a
 * better one is added below with the next number.
 */
const ALL: readonly BuiltInTemplate[] = [
  {
    builtIn: 'soap',
    version: 1,
    name: { en: 'SOAP', fr: 'SOAP' },
    profession: null,
    sections: [soapSection('subjective'), soapSection('objective'), soapSection('assessment'), soapSection('plan')],
  },
  ...versions('physiotherapy', 'physiotherapist', { en: 'Physiotherapy', fr: 'Physiothérapie' }, PHYSIOTHERAPY, PHYSIOTHERAPY_2),
  ...versions('massage_therapy', 'massage_therapist', { en: 'Massage therapy', fr: 'Massothérapie' }, MASSAGE_THERAPY, MASSAGE_THERAPY_2),
  ...versions(
    'foot_care',
    'foot_care_nurse',
    { en: 'Foot-care nursing', fr: 'Soins infirmiers des pieds' },
    FOOT_CARE_NURSING,
    FOOT_CARE_NURSING_2,
    FOOT_CARE_NURSING_3,
  ),
  ...versions('occupational_therapy', 'occupational_therapist', { en: 'Occupational therapy', fr: 'Ergothérapie' }, OCCUPATIONAL_THERAPY),
  ...versions('counselling', 'counsellor', { en: 'Counselling', fr: 'Counseling' }, COUNSELLING),
];

/** What the US calls otherwise. */
const NAMES_IN_THE_US: Readonly<Record<string, LocalText>> = {
  physiotherapy: { en: 'Physical therapy', fr: 'Physiothérapie' },
  counselling: { en: 'Counseling', fr: 'Counseling' },
};

/** A template's name where the clinic is. */
export function builtInName({ builtIn, name }: BuiltInTemplate, country: Country): LocalText {
  return (country === 'US' ? NAMES_IN_THE_US[builtIn] : undefined) ?? name;
}

function versions(builtIn: string, profession: Profession, name: LocalText, ...contents: TemplateSection[][]): BuiltInTemplate[] {
  return contents.map((sections, at) => ({ builtIn, version: at + 1, name, profession, sections }));
}

/** The newest version of each. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  ...new Map([...ALL].sort((a, b) => a.version - b.version).map((one) => [one.builtIn, one])).values(),
];

export function builtInVersion(builtIn: string, version: number): BuiltInTemplate | undefined {
  return ALL.find((one) => one.builtIn === builtIn && one.version === version);
}

/**
 * The id of a built-in template in one clinic: always the same there, kept when the clinic edits it, and unknown in every
 * other clinic. A UUID of version 8, since it is computed.
 */
export function builtInId(clinicId: string, builtIn: string): string {
  const hex = createHash('sha256').update(`${clinicId}|note-template|${builtIn}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
