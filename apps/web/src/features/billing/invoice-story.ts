import type { Message } from '../../data/messages.js';
import type { Invoice } from '../../data/invoices.js';

/** One thing that happened to an invoice, or was written about its appointment. */
export type Chapter =
  | { kind: 'issued' | 'voided'; at: string }
  | { kind: 'paid' | 'takenBack'; at: string; payment: Invoice['payments'][number] }
  | { kind: 'message'; at: string; message: Message };

/** What happened, in order; messages that never left have no part in it. */
export function storyOf({ issuedAt, voidedAt, payments }: Invoice, messages: readonly Message[] = []): Chapter[] {
  const chapters: Chapter[] = [
    ...(issuedAt ? [{ kind: 'issued', at: issuedAt } as const] : []),
    ...payments.map((payment) => ({ kind: 'paid', at: payment.receivedAt, payment }) as const),
    ...payments.flatMap((payment) => (payment.reversal ? [{ kind: 'takenBack', at: payment.reversal.at, payment } as const] : [])),
    ...(voidedAt ? [{ kind: 'voided', at: voidedAt } as const] : []),
    ...messages.flatMap((message) => (message.sentAt ? [{ kind: 'message', at: message.sentAt, message } as const] : [])),
  ];
  return chapters.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
