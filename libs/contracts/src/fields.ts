import type { Permission } from './permissions/index.js';

/** Why everybody who may read the record sees the field; or what it takes to see it too. */
type FieldRule =
  | string
  | {
      needs: Permission;
      why: string;
      /** True where the person whom the record is about sees it as well. */
      own?: true;
    };

const NAMES_IT = 'says which record it is';
const WHO = 'says who it is';
const REACH = 'to write, call or send a bill';
const DIARY = 'what a schedule is made of';
const MONEY = 'whether there is something to pay, not what for';
const details = (why: string) => ({ needs: 'patient-details:read', why }) as const satisfies FieldRule;

const PATIENT_SUMMARY = {
  id: NAMES_IT,
  firstName: WHO,
  lastName: WHO,
  preferredName: WHO,
  pronouns: 'to speak to the person as they wish',
  dateOfBirth: 'tells namesakes apart; receipts and insurers ask for it',
  email: REACH,
  phone: REACH,
  phoneExtension: REACH,
  phoneRemark: REACH,
  alerts: details('what a body is allergic to or may fall from: for those who meet the patient'),
  tags: 'the clinic’s own labels for sorting; what concerns health belongs into alerts',
  externalId: NAMES_IT,
  archived: NAMES_IT,
  deceasedOn: 'nobody is to write to them as if they lived',
  version: NAMES_IT,
} as const;

/**
 * Which fields of a record somebody sees who may read it at all. Every field of these answers is decided here, with the
 * reason; a field that is not seen is left out of the answer, wherever the record stands in it, and cannot be written. Other
 * answers are whole to whoever may read them: a test demands that any with a field of such a name be decided here as well.
 */
export const FIELDS = {
  PatientSummaryDto: PATIENT_SUMMARY,
  PatientDto: {
    ...PATIENT_SUMMARY,
    sex: 'as an insurer states it on claims',
    genderIdentity: details('the person’s own words, for those who care for them'),
    preferredChannel: REACH,
    locale: REACH,
    address: REACH,
    emergencyContact: details('names a third person, for an emergency alone'),
    occupation: details('told for care; no invoice names it'),
    referralSource: details('who sent them may say what for'),
    healthCardNumber: details('the key to a public insurer’s records; no invoice of Keel states it'),
    createdAt: NAMES_IT,
  },
  AppointmentDto: {
    id: NAMES_IT,
    patientId: NAMES_IT,
    practitionerId: DIARY,
    serviceId: DIARY,
    locationId: DIARY,
    start: DIARY,
    end: DIARY,
    status: DIARY,
    timeVersion: DIARY,
    shownVersion: DIARY,
    overbook: DIARY,
    placeNamed: DIARY,
    cancelledBy: 'a fee depends on it',
    untold: DIARY,
    told: DIARY,
    cancelReason: {
      needs: 'appointment:manage',
      why: 'free words of the patient, often about their health; the fee depends on who and when',
    },
    documented: 'an invoice may wait for it; no word of the note',
    noteStatus: 'an invoice may wait for it; no word of the note',
    invoiceId: MONEY,
    invoiceStatus: MONEY,
    paid: MONEY,
    newPatient: DIARY,
    owing: MONEY,
    patientAlerts: details('that there are alerts is already one'),
    patient: 'the names alone',
    practitioner: DIARY,
    service: DIARY,
    location: DIARY,
    version: NAMES_IT,
  },
  TimeOffDto: {
    id: NAMES_IT,
    practitionerId: DIARY,
    start: DIARY,
    end: DIARY,
    reason: { needs: 'schedule:manage', own: true, why: 'an illness or a family matter is between the person and who plans' },
    conflicts: DIARY,
    version: NAMES_IT,
  },
  PractitionerDto: {
    id: NAMES_IT,
    email: { needs: 'staff:manage', own: true, why: 'often a private address, for whoever sends the invitation' },
    firstName: WHO,
    lastName: WHO,
    displayName: WHO,
    profession: WHO,
    registrationNumber: 'stands on every receipt',
    title: WHO,
    titleIn: WHO,
    college: 'stands on every receipt',
    collegeIn: 'stands on every receipt',
    colour: DIARY,
    userId: NAMES_IT,
    access: 'everybody may know who can be reached in Keel',
    active: NAMES_IT,
    version: NAMES_IT,
  },
  StaffDto: {
    id: NAMES_IT,
    userId: NAMES_IT,
    email: { needs: 'staff:manage', why: 'often a private address, for whoever sends the invitation' },
    firstName: WHO,
    lastName: WHO,
    roles: 'everybody may know who does what',
    chartRight: 'everybody may know who reads charts',
    ownedLately: 'says why the owner who remains gives nothing to themselves yet',
    active: NAMES_IT,
    status: NAMES_IT,
    version: NAMES_IT,
  },
} as const satisfies Record<string, Readonly<Record<string, FieldRule>>>;
export type GuardedDto = keyof typeof FIELDS;

/** Names of the fields that somebody with these permissions does not see; `own` where the record is about themselves. */
export function hiddenFields(dto: GuardedDto, permissions: ReadonlySet<Permission>, own = false): string[] {
  const rules: Readonly<Record<string, FieldRule>> = FIELDS[dto];
  return Object.entries(rules).flatMap(([field, rule]) => {
    if (typeof rule === 'string' || permissions.has(rule.needs) || (own && rule.own)) return [];
    return [field];
  });
}

/** Makes records look as somebody with these permissions sees them: what they do not see is not there. */
export function viewOf(dto: GuardedDto, permissions: ReadonlySet<Permission>, own = false): <T extends object>(record: T) => T {
  const hidden = hiddenFields(dto, permissions, own);
  if (hidden.length === 0) return (record) => record;
  return <T extends object>(record: T) => Object.fromEntries(Object.entries(record).filter(([field]) => !hidden.includes(field))) as T;
}

/** Names of fields that may say more about a person than their reader needs. */
export const TELLING_NAMES: readonly string[] = [
  'alerts',
  'cancelReason',
  'comment',
  'comments',
  'emergencyContact',
  'genderIdentity',
  'healthCardNumber',
  'occupation',
  'reason',
  'referralSource',
  'snippet',
  'subject',
  'summary',
  'text',
  'voidReason',
  'wording',
];

/** Answers with such a field that are whole to whoever may read them, and why. */
export const WHOLE: Readonly<Record<string, string>> = {
  AddendumDto: 'part of a note, which only its circle of care opens',
  AllergyDto: 'the chart itself: chart:read and a relationship of care',
  AuditEntryDto: 'the reason is there to be reviewed by those with audit:read',
  ChartAccessDto: 'the reason is there to be reviewed by those with audit:read',
  ChartDto: 'the chart itself: chart:read and a relationship of care',
  ConsentDto: 'whoever may write to the patient reads what they agreed to',
  EnteredInErrorDto: 'part of a note, which only its circle of care opens',
  InvoiceDto: 'why an invoice was voided is for the books, written by those who keep them',
  ListedInvoiceDto: 'why an invoice was voided is for the books, written by those who keep them',
  MedicationDto: 'the chart itself: chart:read and a relationship of care',
  MessageDetailDto: 'what was sent to the patient, for those with message:read; it never names a service',
  MessageDto: 'the reason is a word of ours, such as no_address',
  ReminderOutlookDto: 'the reason is a word of ours, such as no_consent, for those with message:read',
  MessageTemplateDto: 'the clinic’s own wording, about nobody',
  PaymentReversalDto: 'why a payment was taken back is for the books, written by those who keep them',
  PhraseDto: 'words to write notes with, about nobody',
  ProblemDto: 'the chart itself: chart:read and a relationship of care',
  SearchHitDto: 'names, dates of birth, phones and services, each kind for those who may read it',
  TimelineEntryDto: 'a sentence of ours; no free words of anybody stand in it',
  WorkItemDto: 'a sentence of ours for each kind of work; what it is about is read by its own routes',
};
