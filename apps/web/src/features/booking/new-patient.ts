import type { NewPatient } from '../../data/patients.js';

export interface PatientFields {
  firstName: string;
  lastName: string;
  dateOfBirth: string;
  phone: string;
  email: string;
}

/** What was typed into the search, as a name to begin with. */
export function fieldsFrom(typed: string): PatientFields {
  const [firstName = '', ...rest] = typed.trim().split(/\s+/);
  return { firstName, lastName: rest.join(' '), dateOfBirth: '', phone: '', email: '' };
}

/** As the API takes it: what is empty is left out. */
export function newPatientOf({ firstName, lastName, dateOfBirth, phone, email }: PatientFields): NewPatient {
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    dateOfBirth,
    ...(phone.trim() && { phone: phone.trim() }),
    ...(email.trim() && { email: email.trim() }),
  };
}
