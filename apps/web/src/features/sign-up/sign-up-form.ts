import type { Country, StatedLocale } from '@keel/contracts';
import { zonesOf } from '../../ui/clinic/zones.js';
import type { NewClinic } from '../../data/sign-up.js';
import { isSlug, slugOf } from './slug.js';
import { isEmail } from '../../ui/email.js';

export type SignUpFault = 'nameFault' | 'slugFault' | 'regionFault' | 'zoneFault' | 'personFault' | 'emailFault' | 'passwordFault';

export interface SignUpValues {
  name: string;
  slug: string;
  country: Country;
  region: string;
  timeZone: string;
  currency: NewClinic['currency'];
  locale: StatedLocale;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

export const emptySignUp = (locale: StatedLocale): SignUpValues => ({
  name: '',
  slug: '',
  country: 'CA',
  region: '',
  timeZone: '',
  currency: 'CAD',
  locale,
  firstName: '',
  lastName: '',
  email: '',
  password: '',
});

const SHORTEST_PASSWORD = 10;

/** What is missing or cannot be right, by field. */
export function signUpFaults(values: SignUpValues): Partial<Record<keyof SignUpValues, SignUpFault>> {
  return {
    ...(!values.name.trim() && { name: 'nameFault' }),
    ...(!isSlug(values.slug) && { slug: 'slugFault' }),
    ...(!values.region && { region: 'regionFault' }),
    ...(!values.timeZone && { timeZone: 'zoneFault' }),
    ...(!values.firstName.trim() && { firstName: 'personFault' }),
    ...(!values.lastName.trim() && { lastName: 'personFault' }),
    ...(!isEmail(values.email) && { email: 'emailFault' }),
    ...(values.password.length < SHORTEST_PASSWORD && { password: 'passwordFault' }),
  };
}

/**
 * A field and what follows from it as long as nobody has said otherwise: the address from the name, the time zone from the
 * province, the currency from the country.
 */
export function filledIn(before: SignUpValues, change: Partial<SignUpValues>): SignUpValues {
  const after = { ...before, ...change };
  if (change.name !== undefined && before.slug === slugOf(before.name)) after.slug = slugOf(change.name);
  if (change.country !== undefined && change.country !== before.country) {
    Object.assign(after, { region: '', timeZone: '', currency: change.country === 'US' ? 'USD' : 'CAD' });
  }
  if (change.region !== undefined) after.timeZone = zonesOf(after.country, change.region)[0] ?? '';
  return after;
}

export function toNewClinic(values: SignUpValues): NewClinic {
  const { firstName, lastName, email, password, ...clinic } = values;
  return {
    ...clinic,
    name: clinic.name.trim(),
    owner: { firstName: firstName.trim(), lastName: lastName.trim(), email: email.trim(), password },
  };
}
