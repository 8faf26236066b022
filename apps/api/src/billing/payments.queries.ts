import { addDays, dateIn, startOfDay } from '@keel/calendar';
import type { Currency, PaymentMethod } from '@keel/contracts';
import { type Ctx, type Db, NotFoundProblem } from '../platform/index.js';
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

/** A payment by itself, with the invoice that it was taken for. */
export interface SinglePaymentRow extends PaymentRow {
  patientId: string;
  invoiceId: string;
  number: number;
  currency: Currency;
  /** Of the place, as the invoice keeps it. */
  timeZone: string;
  version: number;
}

/** Why, when and by whom the payment `p` was taken back, or null; a column for a query that joins `r`. */
export const REVERSAL = `CASE WHEN r.id IS NOT NULL
  THEN json_build_object('at', r.reversed_at, 'reason', r.reason, 'byName', r.reversed_by_name) END`;
export const JOIN_REVERSAL = 'LEFT JOIN payment_reversal r ON r.clinic_id = p.clinic_id AND r.payment_id = p.id';

/** Each payment with its invoice; `a` is the allocation. Taking it back makes a second version of it. */
export const PAYMENTS = `
  SELECT p.id, p.patient_id AS "patientId", a.invoice_id AS "invoiceId", i.number, a.amount, p.currency, p.method, p.reference,
    p.received_at AS "receivedAt", ${REVERSAL} AS reversal, p.version + (r.id IS NOT NULL)::integer AS version,
    coalesce(i.snapshot #>> '{location,timeZone}', i.snapshot #>> '{clinic,timeZone}') AS "timeZone"
  FROM payment p JOIN allocation a ON a.clinic_id = p.clinic_id AND a.payment_id = p.id
    JOIN invoice i ON i.clinic_id = a.clinic_id AND i.id = a.invoice_id ${JOIN_REVERSAL}`;

/** @throws NotFoundProblem */
export async function readPayment(db: Db, ctx: Ctx, id: string): Promise<SinglePaymentRow> {
  const [row] = await db.read<SinglePaymentRow>(ctx, { what: 'payment', patients: 'patientId' }, `${PAYMENTS} WHERE p.id = $1`, [id]);
  if (!row) throw new NotFoundProblem('payment');
  return row;
}

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
