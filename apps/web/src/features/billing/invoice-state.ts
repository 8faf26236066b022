import type { InvoiceStatus } from '@keel/contracts';

/** What somebody wants to do to an invoice. */
export type InvoiceAction = 'edit' | 'issue' | 'pay' | 'void' | 'print';

interface InvoiceFacts {
  status: InvoiceStatus;
  paid: { amount: number };
  open: { amount: number };
}

/** Why something cannot be done to an invoice: the name of the words that say so, under `obstacle` of the money's words. */
export type Obstacle =
  | `${'edit' | 'issue'}.${'issued' | 'paid' | 'void'}`
  | `pay.${'draft' | 'void' | 'nothingOpen'}`
  | `void.${'draft' | 'void' | 'partPaid'}`
  | 'print.draft';

/** What stands in the way of an action, or undefined where it can be done; the API keeps the same rules. */
export function obstacleTo(action: InvoiceAction, { status, paid, open }: InvoiceFacts): Obstacle | undefined {
  switch (action) {
    case 'edit':
    case 'issue':
      return status === 'draft' ? undefined : `${action}.${status}`;
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

/** How an invoice stands, in one word: `partly` is an issued one on which something was paid. */
export type Standing = 'draft' | 'open' | 'partly' | 'paid' | 'void';

export function standingOf({ status, paid }: Pick<InvoiceFacts, 'status' | 'paid'>): Standing {
  if (status !== 'issued') return status;
  return paid.amount > 0 ? 'partly' : 'open';
}
