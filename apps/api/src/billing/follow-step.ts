import { type AppointmentStatus, EXPECTED_STATUSES, INVOICEABLE_STATUSES, type InvoiceStatus } from '@keel/contracts';

/** What of an appointment its invoice bills; `day` is the civil day of its place. */
export interface BilledAppointment {
  status: AppointmentStatus;
  serviceId: string;
  practitionerId: string;
  locationId: string;
  day: string;
}

export interface FollowingInvoice {
  status: Exclude<InvoiceStatus, 'void'>;
  paid: number;
  /** True where somebody wrote its lines by hand. */
  edited: boolean;
}

/** `drop` deletes a draft, `redraw` prices and dates it anew; the refusals stop the change of the appointment. */
export type FollowStep = 'keep' | 'drop' | 'redraw' | 'void' | 'refuse_paid' | 'refuse_invoiced';

/**
 * What happens to the invoice of an appointment when the appointment changes. An appointment that nobody came to is not billed; nothing typed is lost:
 * a draft with lines of somebody's own waits, whatever becomes of the appointment, and one without is drawn again when it is needed.
 */
export function followStep(invoice: FollowingInvoice, before: BilledAppointment, after: BilledAppointment): FollowStep {
  const moved = (['serviceId', 'practitionerId', 'locationId', 'day'] as const).some((fact) => before[fact] !== after[fact]);
  const takesPlace = INVOICEABLE_STATUSES.includes(after.status);
  const leaves = !takesPlace && (INVOICEABLE_STATUSES.includes(before.status) || !EXPECTED_STATUSES.includes(after.status));
  if (invoice.status === 'draft') {
    if (leaves && !invoice.edited) return 'drop';
    return moved ? 'redraw' : 'keep';
  }
  if (leaves) return invoice.paid > 0 ? 'refuse_paid' : 'void';
  return moved ? 'refuse_invoiced' : 'keep';
}
