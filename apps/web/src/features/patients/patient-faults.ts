import { isKeptDay } from '@keel/calendar';
import { isVisible, LONGEST_PHONE, mayHoldPhone, turnsRound } from '@keel/contracts';
import type { PatientValues } from './patient-values.js';
import { isEmail } from '../../ui/email.js';

/** Why a field cannot be taken: a name of the words under `fault`. */
export type Fault = { fault: 'name' | 'unreadable' | 'dateOfBirth' | 'email' | 'phone' | 'emergencyName' } | { tooLong: number };

/** The most characters of each text, as the API has it. */
export const LONGEST = {
  firstName: 100,
  lastName: 100,
  preferredName: 100,
  pronouns: 50,
  genderIdentity: 100,
  email: 254,
  phone: LONGEST_PHONE,
  healthCardNumber: 40,
  occupation: 200,
  referralSource: 200,
  'address.line1': 200,
  'address.line2': 200,
  'address.city': 100,
  'address.region': 10,
  'address.postalCode': 20,
  'emergencyContact.name': 200,
  'emergencyContact.relationship': 100,
  'emergencyContact.phone': LONGEST_PHONE,
} as const;
const LONGEST_ALERT = 200;
const LONGEST_TAG = 50;

/** What is wrong with what was typed, by the field's path; the API checks it again. `today` is the clinic's. */
export function faultsOf(values: PatientValues, today: string): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  const names = (['firstName', 'lastName'] as const).filter((field) => values[field].trim());
  if (names.length === 0) faults['firstName'] = { fault: 'name' };
  for (const field of names) {
    if (!isVisible(values[field]) || turnsRound(values[field])) faults[field] = { fault: 'unreadable' };
  }
  const { dateOfBirth, email, emergencyContact, unread } = values;
  if (!isKeptDay(dateOfBirth) || dateOfBirth > today) faults['dateOfBirth'] = { fault: 'dateOfBirth' };
  if (email.trim() && !isEmail(email)) faults['email'] = { fault: 'email' };
  for (const [field, typed, kept] of [
    ['phone', values.phone.trim(), unread.phone],
    ['emergencyContact.phone', emergencyContact.phone.trim(), unread.emergencyPhone],
  ] as const) {
    if (typed && typed !== kept && !mayHoldPhone(typed)) faults[field] = { fault: 'phone' };
  }
  if (!emergencyContact.name.trim() && (emergencyContact.relationship.trim() || emergencyContact.phone.trim())) {
    faults['emergencyContact.name'] = { fault: 'emergencyName' };
  }
  if (values.alerts.some((alert) => alert.length > LONGEST_ALERT)) faults['alerts'] = { tooLong: LONGEST_ALERT };
  if (values.tags.some((tag) => tag.length > LONGEST_TAG)) faults['tags'] = { tooLong: LONGEST_TAG };
  return faults;
}
