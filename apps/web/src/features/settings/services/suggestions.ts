import type { Country, Language, LocalText, Profession, TaxCode } from '@keel/contracts';

export interface SuggestedService {
  name: string;
  nameIn: LocalText;
  durationMinutes: number;
  taxCode: TaxCode;
  profession: Profession;
}

/** What clinics of each profession usually offer: minutes, and the name as receipts print it. */
const USUAL: Readonly<Record<Profession, readonly (readonly [minutes: number, en: string, fr: string])[]>> = {
  physiotherapist: [
    [60, 'Physiotherapy – initial assessment', 'Physiothérapie – évaluation initiale'],
    [30, 'Physiotherapy – follow-up', 'Physiothérapie – suivi'],
    [45, 'Physiotherapy – extended follow-up', 'Physiothérapie – suivi prolongé'],
  ],
  massage_therapist: [
    [30, 'Massage therapy – 30 minutes', 'Massothérapie – 30 minutes'],
    [60, 'Massage therapy – 60 minutes', 'Massothérapie – 60 minutes'],
    [90, 'Massage therapy – 90 minutes', 'Massothérapie – 90 minutes'],
  ],
  foot_care_nurse: [
    [60, 'Foot care – initial assessment', 'Soins des pieds – évaluation initiale'],
    [45, 'Foot care – follow-up', 'Soins des pieds – suivi'],
    [60, 'Foot care – home visit', 'Soins des pieds – visite à domicile'],
  ],
  occupational_therapist: [
    [90, 'Occupational therapy – initial assessment', 'Ergothérapie – évaluation initiale'],
    [60, 'Occupational therapy – follow-up', 'Ergothérapie – suivi'],
    [120, 'Occupational therapy – home assessment', 'Ergothérapie – évaluation à domicile'],
  ],
  counsellor: [
    [60, 'Counselling – first session', 'Counseling – première rencontre'],
    [50, 'Counselling – individual session', 'Counseling – rencontre individuelle'],
    [80, 'Counselling – couple session', 'Counseling – rencontre de couple'],
  ],
};

/**
 * In Canada massage therapy is taxable; physiotherapy, nursing, occupational therapy and, since June 20, 2024, counselling are
 * exempt (Excise Tax Act, Schedule V, Part II). States of the US tax none of them as a rule.
 */
export function usualTaxCode(profession: Profession, country: Country): TaxCode {
  return country === 'CA' && profession === 'massage_therapist' ? 'taxable' : 'exempt';
}

/** By the name in the language that the clinic writes in, with the other one beside it. */
export function suggestedServices(profession: Profession, country: Country, locale: Language): SuggestedService[] {
  const taxCode = usualTaxCode(profession, country);
  const english = (name: string) =>
    country === 'US' ? name.replace('Physiotherapy', 'Physical therapy').replace('Counselling', 'Counseling') : name;
  return USUAL[profession].map(([durationMinutes, en, fr]) => ({
    ...(locale === 'fr' ? { name: fr, nameIn: { en: english(en) } } : { name: english(en), nameIn: { fr } }),
    durationMinutes,
    taxCode,
    profession,
  }));
}
