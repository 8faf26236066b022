export const AUDIT_ACTIONS = [
  'read',
  'create',
  'update',
  'delete',
  'sign',
  'send',
  'override',
  'export',
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'step_up',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The kinds of information that the API's audit names. */
export const AUDIT_KINDS = [
  'account',
  'api-key',
  'appointment',
  'audit',
  'chart',
  'chart-access',
  'chart.allergy',
  'chart.medication',
  'chart.problem',
  'clinic',
  'clinic.message_template',
  'clinic.reminder_rule',
  'factor.passkey',
  'factor.recovery',
  'factor.totp',
  'invitation',
  'invoice',
  'live-event',
  'location',
  'membership',
  'message',
  'message.content',
  'note',
  'note-template',
  'note.head',
  'password',
  'password-reset',
  'sign-in-reset',
  'patient.consent',
  'patient.contact',
  'patient.demographics',
  'patient.timeline',
  'payment',
  'phrase',
  'practitioner',
  'rights.chart',
  'rights.owner',
  'service',
  'session',
  'session.factor',
  'session.password',
  'time_off',
  'work-item',
  'working_hours',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

type Dashed<K extends string> = K extends `${infer A}.${infer B}` ? `${A}-${B}` : K;

/** Keys of words hold no full stops. */
export function kindKey(what: AuditKind): Dashed<AuditKind> {
  return what.replace('.', '-') as Dashed<AuditKind>;
}

export const isAuditKind = (what: string): what is AuditKind => (AUDIT_KINDS as readonly string[]).includes(what);

export const isAuditAction = (action: string): action is AuditAction => (AUDIT_ACTIONS as readonly string[]).includes(action);

/** Reasons that Keel itself writes, as they are kept; those that people type are shown as they stand. */
const KNOWN_REASONS = [
  'overbook',
  'links_withdrawn',
  'patient_told',
  'patient_not_told',
  'answer_withdrawn',
  'answered_again',
  'address_changed',
  'address_proved',
  'address_corrected',
  'reader_left',
  'giver_unjustified',
  'leant_on_finding',
  'justified',
  'unjustified',
  'finding_withdrawn',
] as const;

/** Which of Keel's own reasons this is. */
export function knownReason(reason: string): (typeof KNOWN_REASONS)[number] | undefined {
  return KNOWN_REASONS.find((one) => one === reason.replaceAll(/[ -]/g, '_'));
}
