import type { CancelledBy, Channel, PaymentMethod } from './enums.js';
import type { Currency } from './types.js';

interface AppointmentRef {
  appointmentId: string;
  patientId: string;
  practitionerId: string;
}
interface AppointmentTime extends AppointmentRef {
  serviceId: string;
  locationId: string;
  /** Instants, RFC 3339 in UTC. */
  start: string;
  end: string;
  /** Bumped by another time, place or practitioner, and by nothing else; a reminder belongs to one timeVersion. */
  timeVersion: number;
}
interface NoteRef {
  noteId: string;
  patientId: string;
  practitionerId: string;
  appointmentId: string | null;
}
interface InvoiceRef {
  invoiceId: string;
  patientId: string;
  appointmentId: string | null;
}
interface PaymentOf extends InvoiceRef {
  paymentId: string;
  amount: number;
  currency: Currency;
  method: PaymentMethod;
  /** What is owed on the invoice from now on, in cents. */
  open: number;
}
interface MessageRef {
  messageId: string;
  patientId: string | null;
  appointmentId: string | null;
  channel: Channel;
  /** What the message was for, e.g. `reminder`, `staff_invitation`. */
  kind: string;
}

/** Every event of the house: ids and scalars only, never a person's name nor a word of a note. */
export interface EventMap {
  'clinic.created': { clinicId: string };
  /** Its founder's address is proved: what was held may leave. */
  'clinic.proved': { clinicId: string };
  'address.proof_requested': { userId: string };
  'staff.invited': { invitationId: string };
  'staff.rights_changed': { noticeId: string };
  'password.reset_requested': { resetId: string };
  'account.alerted': { alertId: string };
  'practitioner.added': { practitionerId: string };
  'patient.created': { patientId: string };
  'patient.updated': { patientId: string };
  /** Of the purpose `all` where the patient's mailbox said it. */
  'contact_consent.recorded': { patientId: string; purpose: string; channel: Channel; granted: boolean };
  'service.changed': { serviceId: string };
  'working_hours.changed': { practitionerId: string };
  'time_off.changed': { practitionerId: string };
  'appointment.booked': AppointmentTime;
  /** Of another time, length, practitioner, place or service: each as it was before. */
  'appointment.moved': AppointmentTime & {
    previousStart: string;
    previousEnd: string;
    previousPractitionerId: string;
    previousLocationId: string;
    previousServiceId: string;
  };
  'appointment.confirmed': AppointmentRef & { by: CancelledBy };
  'appointment.arrived': AppointmentRef;
  'appointment.unarrived': AppointmentRef;
  'appointment.started': AppointmentRef;
  'appointment.completed': AppointmentRef;
  /** What was marked as completed was not over: the patient is here, or, after `unarrived`, still to come. */
  'appointment.reopened': AppointmentRef;
  'appointment.cancelled': AppointmentRef & { by: CancelledBy; late: boolean; start: string };
  'appointment.no_show': AppointmentRef;
  'appointment.left_unseen': AppointmentRef;
  'appointment.restored': AppointmentTime;
  /** Staff told the patient what the clinic had changed. */
  'appointment.patient_told': AppointmentRef;
  /** That was a slip: they are still to be told. */
  'appointment.patient_untold': AppointmentRef;
  /** A chart was opened by one without a care relationship, for a reason that somebody must review. */
  'chart.opened': { chartAccessId: string; patientId: string; userId: string };
  'note.started': NoteRef;
  'note.signed': NoteRef;
  'note.amended': NoteRef;
  'note.entered_in_error': NoteRef;
  'invoice.issued': InvoiceRef & { number: string; amount: number; currency: Currency };
  'invoice.voided': InvoiceRef;
  'payment.received': PaymentOf;
  /** A payment was a mistake, and counts no more: it is owed again. No money went back. */
  'payment.reversed': PaymentOf;
  /** With the version of the appointment's time that it told of. */
  'message.sent': MessageRef & { timeVersion: number | null };
  'message.delivered': MessageRef;
  /** One that somebody waits for could not leave yet, and is tried again. */
  'message.delayed': MessageRef & { reason: string };
  'message.failed': MessageRef & { reason: string };
  'message.unknown': MessageRef;
  /** A patient's text. */
  'message.received': MessageRef;
}
export type EventType = keyof EventMap;

interface EventDefinition {
  /** Bumped when a payload changes its meaning; adding a field does not. */
  version: number;
  /** True where nobody inside listens yet: the event is for webhooks and reports. Boot refuses a silent event without it. */
  external?: true;
}

/** The catalogue that boot checks listeners against. */
export const EVENTS: Readonly<Record<EventType, EventDefinition>> = {
  'clinic.created': { version: 1, external: true },
  'clinic.proved': { version: 1, external: true },
  'address.proof_requested': { version: 1, external: true },
  'staff.invited': { version: 1, external: true },
  'staff.rights_changed': { version: 1, external: true },
  'password.reset_requested': { version: 1, external: true },
  'account.alerted': { version: 1, external: true },
  'practitioner.added': { version: 1, external: true },
  'patient.created': { version: 1, external: true },
  'patient.updated': { version: 1, external: true },
  'contact_consent.recorded': { version: 1, external: true },
  'service.changed': { version: 1, external: true },
  'working_hours.changed': { version: 1, external: true },
  'time_off.changed': { version: 1, external: true },
  'appointment.booked': { version: 1, external: true },
  'appointment.moved': { version: 1, external: true },
  'appointment.confirmed': { version: 1, external: true },
  'appointment.arrived': { version: 1, external: true },
  'appointment.unarrived': { version: 1, external: true },
  'appointment.started': { version: 1, external: true },
  'appointment.completed': { version: 1, external: true },
  'appointment.reopened': { version: 1, external: true },
  'appointment.cancelled': { version: 1, external: true },
  'appointment.no_show': { version: 1, external: true },
  'appointment.left_unseen': { version: 1, external: true },
  'appointment.restored': { version: 1, external: true },
  'appointment.patient_told': { version: 1, external: true },
  'appointment.patient_untold': { version: 1, external: true },
  'chart.opened': { version: 1, external: true },
  'note.started': { version: 1, external: true },
  'note.signed': { version: 1, external: true },
  'note.amended': { version: 1, external: true },
  'note.entered_in_error': { version: 1, external: true },
  'invoice.issued': { version: 1, external: true },
  'invoice.voided': { version: 1, external: true },
  'payment.received': { version: 1, external: true },
  'payment.reversed': { version: 1, external: true },
  'message.sent': { version: 1, external: true },
  'message.delivered': { version: 1, external: true },
  'message.delayed': { version: 1, external: true },
  'message.failed': { version: 1, external: true },
  'message.unknown': { version: 1, external: true },
  'message.received': { version: 1, external: true },
};

/** An event as the outbox stores it and a listener receives it. */
export interface DomainEvent<T extends EventType = EventType> {
  id: string;
  type: T;
  version: number;
  clinicId: string;
  /** When it happened, RFC 3339 in UTC; events arrive late and out of order, so sort by this. */
  occurredAt: string;
  payload: EventMap[T];
}
