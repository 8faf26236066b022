import { type Channel, languageOf, notedPhone, type NotedPhone, type Sex, type StatedLocale } from '@keel/contracts';
import type { NewPatient, Patient } from '../../data/patients.js';
import { alike } from '../../ui/forms/stale.js';

/** A patient as a form holds them: every field is there, and empty where nothing is known. */
export interface PatientValues {
  firstName: string;
  lastName: string;
  preferredName: string;
  pronouns: string;
  dateOfBirth: string;
  sex: Sex | '';
  genderIdentity: string;
  phone: string;
  email: string;
  preferredChannel: Channel;
  locale: StatedLocale;
  address: { line1: string; line2: string; city: string; region: string; postalCode: string; country: string };
  emergencyContact: { name: string; relationship: string; phone: string };
  /** What was written in place of a number before numbers were checked: it may stay until somebody replaces it. */
  unread: { phone: string; emergencyPhone: string };
  healthCardNumber: string;
  occupation: string;
  referralSource: string;
  alerts: string[];
  tags: string[];
}
export type PatientField = Exclude<keyof PatientValues, 'unread'>;

/** The clinic's own, which most of its patients share. */
export interface Surroundings {
  locale: StatedLocale;
  region: string;
  country: string;
}

export function emptyValues({ locale, region, country }: Surroundings, typedName = ''): PatientValues {
  return {
    ...nameOf(typedName),
    preferredName: '',
    pronouns: '',
    dateOfBirth: '',
    sex: '',
    genderIdentity: '',
    phone: '',
    email: '',
    preferredChannel: 'email',
    locale,
    address: { line1: '', line2: '', city: '', region, postalCode: '', country },
    emergencyContact: { name: '', relationship: '', phone: '' },
    unread: { phone: '', emergencyPhone: '' },
    healthCardNumber: '',
    occupation: '',
    referralSource: '',
    alerts: [],
    tags: [],
  };
}

/** "Zoé Tremblay" or "Tremblay, Zoé"; a number or a date that was looked for is no name. */
function nameOf(typed: string): { firstName: string; lastName: string } {
  const text = typed.trim();
  if (/\d/.test(text)) return { firstName: '', lastName: '' };
  const [last = '', ...first] = text.split(',');
  if (first.length > 0) return { firstName: first.join(',').trim(), lastName: last.trim() };
  const words = text.split(/\s+/);
  return words.length < 2 ? { firstName: text, lastName: '' } : { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' };
}

export function valuesOf(patient: Patient, surroundings: Surroundings): PatientValues {
  const { address, emergencyContact, alerts, tags, preferredChannel, locale, firstName, lastName, dateOfBirth } = patient;
  const empty = emptyValues(surroundings);
  return {
    ...empty,
    firstName,
    lastName,
    dateOfBirth,
    preferredChannel,
    locale,
    preferredName: patient.preferredName ?? '',
    pronouns: patient.pronouns ?? '',
    sex: patient.sex ?? '',
    genderIdentity: patient.genderIdentity ?? '',
    phone: typedPhone(patient, surroundings.locale),
    email: patient.email ?? '',
    address: address ? filled({ line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }, address) : empty.address,
    emergencyContact: emergencyContact
      ? {
          name: emergencyContact.name,
          relationship: emergencyContact.relationship ?? '',
          phone: typedPhone(emergencyContact, surroundings.locale),
        }
      : empty.emergencyContact,
    unread: { phone: unreadOf(patient), emergencyPhone: unreadOf(emergencyContact ?? {}) },
    healthCardNumber: patient.healthCardNumber ?? '',
    occupation: patient.occupation ?? '',
    referralSource: patient.referralSource ?? '',
    alerts: [...(alerts ?? [])],
    tags: [...tags],
  };
}

/** Of a record with parts that may be left out or null, every part as text. */
function filled<K extends string>(empty: Record<K, string>, known: Partial<Record<K, string | null>>): Record<K, string> {
  return mapValues(empty, (text, key) => known[key] ?? text);
}

/** What the API is sent: trimmed, and null where nothing is stated. */
export function bodyOf(values: PatientValues): Required<Omit<NewPatient, 'externalId' | 'deceasedOn' | 'phoneExtension' | 'phoneRemark'>> {
  const { address, emergencyContact, unread, sex, preferredChannel, locale, alerts, tags, dateOfBirth, ...texts } = values;
  const { firstName, lastName, ...rest } = texts;
  const { line1, line2, city, postalCode } = address;
  const atAll = [line1, line2, city, postalCode].some((text) => text.trim());
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    dateOfBirth,
    ...mapValues(rest, (text) => text.trim() || null),
    sex: sex || null,
    preferredChannel,
    locale,
    // A province alone is no address.
    address: atAll ? stated(address) : null,
    emergencyContact: Object.values(emergencyContact).some((text) => text.trim())
      ? contactOf(emergencyContact, unread.emergencyPhone)
      : null,
    alerts: trimmed(alerts),
    tags: trimmed(tags),
  };
}

/** Only what differs from how the form began. */
export function changeOf(before: PatientValues, after: PatientValues): Partial<NewPatient> {
  const [was, is] = [bodyOf(before), bodyOf(after)];
  return Object.fromEntries(Object.entries(is).filter(([key, value]) => !alike(value, was[key as keyof typeof was])));
}

function mapValues<K extends string, V, W>(record: Record<K, V>, map: (value: V, key: K) => W): Record<K, W> {
  return Object.fromEntries(Object.entries<V>(record).map(([key, value]) => [key, map(value, key as K)])) as Record<K, W>;
}

function stated<T extends Record<string, string>>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : []))) as Partial<T>;
}

/** As it is sent: what nobody could read as a number goes back as the remark that it is. */
function contactOf({ phone, ...who }: PatientValues['emergencyContact'], unread: string): NonNullable<NewPatient['emergencyContact']> {
  const kept = unread && phone.trim() === unread;
  return { name: '', ...stated(who), ...(kept ? { phoneRemark: unread } : stated({ phone })) };
}

const unreadOf = ({ phone, phoneRemark }: Partial<NotedPhone>): string => (phone ? '' : (phoneRemark ?? ''));

/** As one types it. */
const typedPhone = (phone: Partial<NotedPhone>, locale: StatedLocale): string =>
  notedPhone(phone, languageOf(locale)).replaceAll('\u00a0', ' ');

const trimmed = (texts: string[]) => [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
