import { type AppointmentStatus, EXPECTED_STATUSES, INVOICEABLE_STATUSES, type InvoiceStatus } from '@keel/contracts';

/** What somebody wants to do to an invoice. */
export type InvoiceAction = 'edit' | 'issue' | 'discard' | 'pay' | 'void' | 'print';

interface InvoiceFacts {
  status: InvoiceStatus;
  appointmentStatus: AppointmentStatus | null;
  discardedAt?: unknown;
  paid: { amount: number };
  open: { amount: number };
}

/** Why something cannot be done to an invoice: the name of the words that say so, under `obstacle` of the money's words. */
export type Obstacle =
  | `${'edit' | 'issue'}.${'issued' | 'paid' | 'void' | 'discarded'}`
  | `discard.${'issued' | 'discarded'}`
  | `issue.${'notArrived' | 'calledOff'}`
  | `pay.${'draft' | 'void' | 'nothingOpen'}`
  | `void.${'draft' | 'void' | 'partPaid'}`
  | 'print.draft';

/** What stands in the way of an action, or undefined where it can be done; the API keeps the same rules. */
export function obstacleTo(
  action: InvoiceAction,
  { status, appointmentStatus, discardedAt, paid, open }: InvoiceFacts,
): Obstacle | undefined {
  switch (action) {
    case 'edit':
      if (status !== 'draft') return `edit.${status}`;
      return discardedAt ? 'edit.discarded' : undefined;
    case 'issue':
      if (status !== 'draft') return `issue.${status}`;
      if (discardedAt) return 'issue.discarded';
      if (!waits(appointmentStatus)) return undefined;
      return EXPECTED_STATUSES.includes(appointmentStatus) ? 'issue.notArrived' : 'issue.calledOff';
    case 'discard':
      if (status !== 'draft') return 'discard.issued';
      return discardedAt ? 'discard.discarded' : undefined;
    case 'pay':
      if (status === 'draft' || status === 'void') return `pay.${status}`;
      return open.amount > 0 ? undefined : 'pay.nothingOpen';
    case 'void':
      if (status === 'draft' || status === 'void') return `void.${status}`;
      return paid.amount > 0 ? 'void.partPaid' : undefined;
    case 'print':
      return status === 'draft' ? 'print.draft' : undefined;
  }
}

/** A payment that was a mistake is taken back on its own day, once; the API keeps the same rule. */
export const mayTakeBack = ({ reversibleUntil }: { reversibleUntil: string | null }, now: number): boolean =>
  reversibleUntil !== null && now < Date.parse(reversibleUntil);

/** Those that count; a payment that was taken back does not. */
export const counted = <T extends { reversal: object | null }>(payments: readonly T[]): T[] => payments.filter(({ reversal }) => !reversal);

/** How an invoice stands, in one word: `held` is a draft whose appointment has not taken place, `partly` an issued one on which something was paid. */
export type Standing = 'draft' | 'held' | 'discarded' | 'open' | 'partly' | 'paid' | 'void';

export function standingOf({ status, appointmentStatus, discardedAt, paid }: Omit<InvoiceFacts, 'open'>): Standing {
  if (discardedAt) return 'discarded';
  if (status === 'draft' && waits(appointmentStatus)) return 'held';
  if (status !== 'issued') return status;
  return paid.amount > 0 ? 'partly' : 'open';
}

/** Nothing is issued for an appointment that nobody came to; what was typed in its draft waits. */
function waits(status: AppointmentStatus | null): status is AppointmentStatus {
  return status !== null && !INVOICEABLE_STATUSES.includes(status);
}
