import type { MessageStatus } from '@keel/contracts';

/** Why a message ended as it did, by the name of the words that say so. */
export type Reason =
  | 'appointmentGone'
  | 'appointmentMoved'
  | 'appointmentEnded'
  | 'tooLate'
  | 'ruleOff'
  | 'shortNotice'
  | 'momentPassed'
  | 'astray'
  | 'remindedAlready'
  | 'notConfigured'
  | 'noAddress'
  | 'noConsent'
  | 'optedOut'
  | 'patientArchived'
  | 'patientDeceased'
  | 'resolved'
  | 'subjectGone'
  | 'badAddress'
  | 'mailRefused'
  | 'badNumber'
  | 'unreachable'
  | 'landline'
  | 'filtered'
  | 'smsRefused'
  | 'notDelivered'
  | 'noAnswer'
  | 'interrupted'
  | 'recordsUnreadable'
  | 'restored'
  | 'providerBusy'
  | 'unproved'
  | 'daySpent'
  | 'addressSpent'
  | 'unprovedTooLate'
  | 'daySpentTooLate'
  | 'addressSpentTooLate'
  | 'countryNotTexted'
  | 'other';

const BY_CODE: Readonly<Record<string, Reason>> = {
  appointment_gone: 'appointmentGone',
  appointment_moved: 'appointmentMoved',
  facts_changed: 'appointmentEnded',
  too_late: 'tooLate',
  rule_off: 'ruleOff',
  short_notice: 'shortNotice',
  moment_passed: 'momentPassed',
  astray: 'astray',
  reminded_already: 'remindedAlready',
  clinic_unproved: 'unproved',
  day_spent: 'daySpent',
  address_spent: 'addressSpent',
  clinic_unproved_too_late: 'unprovedTooLate',
  day_spent_too_late: 'daySpentTooLate',
  address_spent_too_late: 'addressSpentTooLate',
  country_not_texted: 'countryNotTexted',
  channel_not_configured: 'notConfigured',
  no_address: 'noAddress',
  no_consent: 'noConsent',
  opted_out: 'optedOut',
  patient_archived: 'patientArchived',
  patient_deceased: 'patientDeceased',
  resolved_by_staff: 'resolved',
  subject_gone: 'subjectGone',
  not_delivered: 'notDelivered',
  worker_lost: 'interrupted',
  worker_slept: 'interrupted',
  not_in_list: 'interrupted',
  restored: 'restored',
  records_unreadable: 'recordsUnreadable',
  list_unreadable: 'noAnswer',
  // https://www.twilio.com/docs/api/errors
  twilio_21610: 'optedOut',
  twilio_21211: 'badNumber',
  twilio_21614: 'badNumber',
  twilio_30003: 'unreachable',
  twilio_30005: 'badNumber',
  twilio_30006: 'landline',
  twilio_30007: 'filtered',
  // RFC 5321: the mailbox is not there, or its name is not one.
  smtp_550: 'badAddress',
  smtp_551: 'badAddress',
  smtp_553: 'badAddress',
};

/** The API's code in a person's terms; a code of a provider that is not known is told as what kind of failure it is. */
export function reasonOf(code: string | null): Reason | undefined {
  if (!code) return undefined;
  // The provider's callback tells the bare number.
  const known = BY_CODE[/^\d{5}$/.test(code) ? `twilio_${code}` : code];
  if (known) return known;
  if (code.startsWith('appointment_')) return 'appointmentEnded';
  if (code.startsWith('smtp_5')) return 'mailRefused';
  if (code.startsWith('smtp_4') || code === 'http_429') return 'providerBusy';
  if (code.startsWith('twilio_') || /^\d{5}$/.test(code) || code.startsWith('http_4')) return 'smsRefused';
  if (/^[A-Z_]+$/.test(code) || code.startsWith('http_5') || code.startsWith('smtp_') || code === 'no_answer') return 'noAnswer';
  return 'other';
}

/** What somebody can do about it, by the name of the words that say so. */
export type ToDo =
  | 'findOut'
  | 'triedAgain'
  | 'correctAddress'
  | 'otherWay'
  | 'callInTime'
  | 'callAfter'
  | 'addAddress'
  | 'askConsent'
  | 'optIn'
  | 'configure'
  | 'read'
  | 'unarchive';

interface Told {
  status: MessageStatus;
  reason: string | null;
  attention: boolean;
}

/** Held on our side, and on no provider's: it waits, or it waited until its appointment had begun. */
const HELD: readonly (Reason | undefined)[] = ['unproved', 'daySpent', 'addressSpent'];
const HELD_TOO_LATE: readonly (Reason | undefined)[] = ['unprovedTooLate', 'daySpentTooLate', 'addressSpentTooLate'];

/** Whether somebody can say that they took care of it: what failed, came in, or is held until it is too late. */
export function canBeHandled({ status, reason, attention }: Told): boolean {
  return attention && (status !== 'scheduled' || HELD.includes(reasonOf(reason)));
}

/** What is left to do about a message; undefined where there is nothing. */
export function toDoFor({ status, reason, attention }: Told): ToDo | undefined {
  const why = reasonOf(reason);
  switch (status) {
    case 'unknown':
      return attention ? 'findOut' : undefined;
    case 'scheduled':
      if (!attention) return undefined;
      return HELD.includes(why) ? 'callInTime' : 'triedAgain';
    case 'failed':
      if (!attention) return undefined;
      if (HELD_TOO_LATE.includes(why)) return 'callAfter';
      return why === 'badAddress' || why === 'badNumber' || why === 'landline' ? 'correctAddress' : 'otherWay';
    case 'opted_out':
      return 'optIn';
    case 'suppressed':
      if (why === 'noAddress') return 'addAddress';
      if (why === 'noConsent') return 'askConsent';
      if (why === 'patientArchived') return 'unarchive';
      return why === 'notConfigured' ? 'configure' : undefined;
    case 'received':
      return attention ? 'read' : undefined;
    default:
      return undefined;
  }
}

/** When it matters: when it left or will leave, or when it was given up. */
export function momentOf(message: { sentAt: string | null; queuedAt: string | null; dueAt: string }): string {
  return message.sentAt ?? message.queuedAt ?? message.dueAt;
}
