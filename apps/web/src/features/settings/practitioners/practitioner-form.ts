import { collegeName, type Country, type Language, type Profession, titleName } from '@keel/contracts';
import type { NewPractitioner } from '../../../data/practitioner-changes.js';
import type { Practitioner } from '../../../data/practitioners.js';

export interface PractitionerValues extends Record<string, unknown> {
  email: string;
  firstName: string;
  lastName: string;
  profession: Profession;
  registrationNumber: string;
  college: string;
  title: string;
  colour: string;
}

export const newPractitioner = (person: { email?: string; firstName?: string; lastName?: string } = {}): PractitionerValues => ({
  email: person.email ?? '',
  firstName: person.firstName ?? '',
  lastName: person.lastName ?? '',
  profession: 'physiotherapist',
  registrationNumber: '',
  college: '',
  title: '',
  colour: '',
});

/** `locale` is the reader's, `country` the clinic's: a title and a college that have a name in it stand there by that name, as receipts print them. */
export const practitionerValues = (one: Practitioner, locale: Language, country: Country): PractitionerValues => ({
  email: one.email ?? '',
  firstName: one.firstName,
  lastName: one.lastName,
  profession: one.profession,
  registrationNumber: one.registrationNumber,
  college: one.college ? collegeName(one.college, locale) : '',
  title: titleName(one.title, locale, country),
  colour: one.colour,
});

/** What the API takes of what was typed: blanks around it go, and what is empty is left to the API's own choice. */
export function toNewPractitioner({ college, title, colour, ...values }: PractitionerValues): NewPractitioner {
  return {
    email: values.email.trim(),
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
    profession: values.profession,
    registrationNumber: values.registrationNumber.trim(),
    ...(college.trim() && { college: college.trim() }),
    ...(title.trim() && { title: title.trim() }),
    ...(colour && { colour }),
  };
}

/** The profession stays; an emptied college is none, and an emptied title stays what it was. */
export function toPractitionerChange({ profession: _, college, title, ...changed }: Partial<PractitionerValues>) {
  const texts = Object.entries(changed).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const);
  return {
    ...(Object.fromEntries(texts) as {
      email?: string;
      firstName?: string;
      lastName?: string;
      registrationNumber?: string;
      colour?: string;
    }),
    ...(college !== undefined && { college: college.trim() || null }),
    ...(title?.trim() && { title: title.trim() }),
  };
}
