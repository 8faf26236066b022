import { addDays, dateIn, startOfDay } from '@keel/calendar';
import type { Currency, PaymentMethod } from '@keel/contracts';
import type { PaymentFactsDto } from './payments.dto.js';

/** A payment with what became of it, as SQL's JSON has it: instants are texts there. */
export interface PaymentRow {
  id: string;
  amount: number;
  method: PaymentMethod;
  reference: string | null;
  receivedAt: Date | string;
  reversal: { at: Date | string; reason: string; byName: string | null } | null;
}

/** Why, when and by whom the payment `p` was taken back, or null; a column for a query that joins `r`. */
export const REVERSAL = `CASE WHEN r.id IS NOT NULL
  THEN json_build_object('at', r.reversed_at, 'reason', r.reason, 'byName', r.reversed_by_name) END`;
export const JOIN_REVERSAL = 'LEFT JOIN payment_reversal r ON r.clinic_id = p.clinic_id AND r.payment_id = p.id';

/** Until when a payment can be taken back: the end of the day on which it was taken, by the clock of the place. */
export function reversibleUntil(receivedAt: Date, timeZone: string): Date {
  return new Date(startOfDay(timeZone, addDays(dateIn(timeZone, receivedAt.getTime()), 1)));
}

export function toPaymentFacts(
  { id, amount, method, reference, ...row }: PaymentRow,
  place: { currency: Currency; timeZone: string },
): PaymentFactsDto {
  const receivedAt = new Date(row.receivedAt);
  return {
    id,
    amount: { amount, currency: place.currency },
    method,
    reference,
    receivedAt,
    reversal: row.reversal && { ...row.reversal, at: new Date(row.reversal.at) },
    reversibleUntil: row.reversal ? null : reversibleUntil(receivedAt, place.timeZone),
  };
}

/** Payments that count, in order; those that were taken back do not. */
export const counted = <T extends Pick<PaymentRow, 'reversal'>>(payments: readonly T[]): T[] =>
  payments.filter(({ reversal }) => !reversal);
