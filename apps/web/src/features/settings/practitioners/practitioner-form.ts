import { collegeName, type Country, type Language, type Profession, titleName } from '@keel/contracts';
import type { NewPractitioner } from '../../../data/practitioner-changes.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { namesSent, type NamesTyped, namesTyped } from '../../../ui/forms/names-typed.js';

export interface PractitionerValues extends Record<string, unknown> {
  email: string;
  firstName: string;
  lastName: string;
  profession: Profession;
  registrationNumber: string;
  college: string;
  collegeIn: NamesTyped;
  title: string;
  titleIn: NamesTyped;
  colour: string;
}

export const newPractitioner = (person: { email?: string; firstName?: string; lastName?: string } = {}): PractitionerValues => ({
  email: person.email ?? '',
  firstName: person.firstName ?? '',
  lastName: person.lastName ?? '',
  profession: 'physiotherapist',
  registrationNumber: '',
  college: '',
  collegeIn: namesTyped(),
  title: '',
  titleIn: namesTyped(),
  colour: '',
});

/** `locale` and `country` are the clinic's: a title and a college that have a name in it stand there by that name, as receipts print them. */
export const practitionerValues = (one: Practitioner, locale: Language, country: Country): PractitionerValues => ({
  email: one.email ?? '',
  firstName: one.firstName,
  lastName: one.lastName,
  profession: one.profession,
  registrationNumber: one.registrationNumber,
  college: one.college ? collegeName(one.college, locale) : '',
  collegeIn: namesTyped(one.collegeIn),
  title: titleName(one.title, locale, country),
  titleIn: namesTyped(one.titleIn),
  colour: one.colour,
});

/** What the API takes of what was typed: blanks around it go, and what is empty is left to the API's own choice. */
export function toNewPractitioner({ college, collegeIn, title, titleIn, colour, ...values }: PractitionerValues): NewPractitioner {
  return {
    email: values.email.trim(),
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
    profession: values.profession,
    registrationNumber: values.registrationNumber.trim(),
    ...(college.trim() && { college: college.trim(), collegeIn: namesSent(collegeIn) }),
    titleIn: namesSent(titleIn),
    ...(title.trim() && { title: title.trim() }),
    ...(colour && { colour }),
  };
}

/** The profession stays; an emptied college is none, by whatever name, and an emptied title stays what it was. */
export function toPractitionerChange({ profession: _, college, collegeIn, title, titleIn, ...changed }: Partial<PractitionerValues>) {
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
    ...(collegeIn && college?.trim() !== '' && { collegeIn: namesSent(collegeIn) }),
    ...(title?.trim() && { title: title.trim() }),
    ...(titleIn && { titleIn: namesSent(titleIn) }),
  };
}
