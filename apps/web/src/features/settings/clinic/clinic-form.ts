import type { Locale } from '@keel/contracts';
import type { Answer } from '../../../api/call.js';
import type { Clinic } from './clinic-section.queries.js';

/** One tax and the clinic's number for it, as receipts print them. */
export interface TaxNumber {
  name: string;
  number: string;
}

export interface ClinicValues extends Record<string, unknown> {
  name: string;
  phone: string;
  email: string;
  locale: Locale;
  cancellationNoticeHours: number | string;
  taxNumbers: TaxNumber[];
}

export const clinicValues = (clinic: Clinic): ClinicValues => ({
  name: clinic.name,
  phone: clinic.phone ?? '',
  email: clinic.email ?? '',
  locale: clinic.locale,
  cancellationNoticeHours: clinic.cancellationNoticeHours,
  taxNumbers: Object.entries(clinic.taxNumbers).map(([name, number]) => ({ name, number })),
});

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
  const { name, phone, email, taxNumbers, cancellationNoticeHours, locale } = changed;
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(phone !== undefined && { phone: phone.trim() || null }),
    ...(email !== undefined && { email: email.trim() || null }),
    ...(locale && { locale }),
    ...(cancellationNoticeHours !== undefined && { cancellationNoticeHours: Number(cancellationNoticeHours) }),
    ...(taxNumbers && {
      taxNumbers: Object.fromEntries(taxNumbers.filter(({ name: tax }) => tax.trim()).map((one) => [one.name.trim(), one.number.trim()])),
    }),
  };
}
