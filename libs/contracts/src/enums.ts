/** Professions that Keel knows; each has its own note template, titles and tax rules. */
export const PROFESSIONS = ['physiotherapist', 'massage_therapist', 'foot_care_nurse', 'occupational_therapist', 'counsellor'] as const;
export type Profession = (typeof PROFESSIONS)[number];

export const TAX_CODES = ['exempt', 'taxable', 'zero_rated'] as const;
export type TaxCode = (typeof TAX_CODES)[number];

export const PAYMENT_METHODS = ['cash', 'e_transfer', 'cheque', 'terminal', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const INVOICE_STATUSES = ['draft', 'issued', 'paid', 'void'] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** What an invoice is on paper: a receipt once nothing is owed on it, and until then, or when it is void, an invoice. */
export const printsAs = (status: InvoiceStatus): 'invoice' | 'receipt' => (status === 'paid' ? 'receipt' : 'invoice');

/** As a health card or an insurer states it; gender identity is the person's own words. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

export const NOTE_STATUSES = ['draft', 'signed', 'amended', 'entered_in_error'] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

export const CHANNELS = ['email', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a message is for; consent is kept per purpose and channel. */
export const CONTACT_PURPOSES = ['appointments', 'billing', 'marketing'] as const;
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number];

/**
 * `scheduled` waits for its time; `queued` is being handed to the provider; `unknown` may or may not have left and is
 * never sent again blindly; `suppressed` was held back by a rule; `skipped` lost its reason (the appointment moved or ended); `received` is a
 * patient's own.
 */
export const MESSAGE_STATUSES = [
  'scheduled',
  'queued',
  'sent',
  'delivered',
  'failed',
  'suppressed',
  'opted_out',
  'skipped',
  'unknown',
  'received',
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** Who ended an appointment: a clinic's cancellation is never a fee or a no-show. */
export const CANCELLED_BY = ['patient', 'clinic'] as const;
export type CancelledBy = (typeof CANCELLED_BY)[number];
