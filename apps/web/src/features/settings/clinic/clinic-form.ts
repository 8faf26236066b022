import type { Country, Currency, Language, StatedLocale } from '@keel/contracts';
import type { Answer } from '../../../data/client/problem.js';
import { zonesOf } from '../../../ui/clinic/zones.js';
import { typedPhone } from '../parts/phone.js';
import type { Clinic } from '../../../data/clinic.js';

/** One tax and the clinic's number for it, as receipts print them. */
export interface TaxNumber {
  name: string;
  number: string;
}

export interface ClinicValues extends Record<string, unknown> {
  name: string;
  phone: string;
  email: string;
  locale: StatedLocale;
  cancellationNoticeHours: number | string;
  taxNumbers: TaxNumber[];
  country: Country;
  region: string;
  timeZone: string;
  currency: Currency;
}

/** `language` is the reader's: a phone is written as they type it. */
export const clinicValues = (clinic: Clinic, language: Language): ClinicValues => ({
  name: clinic.name,
  phone: typedPhone(clinic, language),
  email: clinic.email ?? '',
  locale: clinic.locale,
  cancellationNoticeHours: clinic.cancellationNoticeHours,
  taxNumbers: Object.entries(clinic.taxNumbers).map(([name, number]) => ({ name, number })),
  country: clinic.country,
  region: clinic.region,
  timeZone: clinic.timeZone,
  currency: clinic.currency,
});

/** A place and what follows from a change of it: another country has other provinces, and a province its own clock. */
export function placedIn(before: Place, change: Partial<Place>): Place {
  const after = { ...before, ...change };
  if (after.country !== before.country)
    Object.assign(after, { region: '', timeZone: '', currency: after.country === 'US' ? 'USD' : 'CAD' });
  if (change.region !== undefined) after.timeZone = zonesOf(after.country, change.region)[0] ?? '';
  return after;
}

export type Place = Pick<ClinicValues, 'country' | 'region' | 'timeZone' | 'currency'>;

const MOST_NUMBERS = 10;
export const mayAddNumber = ({ taxNumbers }: ClinicValues): boolean => taxNumbers.length < MOST_NUMBERS;

/** Lines that are half filled in, or name a tax twice. */
export function faultyNumbers({ taxNumbers }: ClinicValues): number[] {
  return taxNumbers.flatMap(({ name, number }, at) => {
    const half = Boolean(name.trim()) !== Boolean(number.trim());
    const twice = name.trim() !== '' && taxNumbers.findIndex((one) => one.name.trim() === name.trim()) !== at;
    return half || twice ? [at] : [];
  });
}

export function toClinicChange(changed: Partial<ClinicValues>): Answer<'UpdateClinicDto'> {
  const { name, phone, email, taxNumbers, cancellationNoticeHours, locale, country, region, timeZone, currency } = changed;
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(phone !== undefined && { phone: phone.trim() || null }),
    ...(email !== undefined && { email: email.trim() || null }),
    ...(locale && { locale }),
    ...(country && { country }),
    ...(region && { region }),
    ...(timeZone && { timeZone }),
    ...(currency && { currency }),
    ...(cancellationNoticeHours !== undefined && { cancellationNoticeHours: Number(cancellationNoticeHours) }),
    ...(taxNumbers && {
      taxNumbers: Object.fromEntries(taxNumbers.filter(({ name: tax }) => tax.trim()).map((one) => [one.name.trim(), one.number.trim()])),
    }),
  };
}
