import type { InvoiceStatus, PaymentMethod } from '../enums.js';
import type { Currency } from '../types.js';
import { event, timelineEvent } from './definition.js';

export interface InvoiceRef {
  invoiceId: string;
  patientId: string;
  appointmentId: string | null;
}
export interface PaymentOf extends InvoiceRef {
  paymentId: string;
  amount: number;
  currency: Currency;
  method: PaymentMethod;
  /** What is owed on the invoice from now on, in cents. */
  open: number;
}

const ofInvoice = <Payload extends InvoiceRef = InvoiceRef>() => timelineEvent<Payload>({ version: 1, reader: 'invoice:read' });

export const BILLING_EVENTS = {
  'invoice.issued': ofInvoice<InvoiceRef & { number: string; amount: number; currency: Currency }>(),
  'invoice.voided': ofInvoice(),
  /**
   * What is owed on it is another than before: it was issued, paid on, voided. Of several the one with the highest version is so.
   * `open` in cents.
   */
  'invoice.balance_changed': event<InvoiceRef & { version: number; open: number; status: InvoiceStatus }>({
    version: 1,
    reader: 'invoice:read',
  }),
  'payment.received': ofInvoice<PaymentOf>(),
  /** A payment was a mistake, and counts no more: it is owed again. No money went back. */
  'payment.reversed': ofInvoice<PaymentOf>(),
};
