import type { PaymentMethod } from '../enums.js';
import type { Currency } from '../types.js';
import { timelineEvent } from './definition.js';

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
  'payment.received': ofInvoice<PaymentOf>(),
  /** A payment was a mistake, and counts no more: it is owed again. No money went back. */
  'payment.reversed': ofInvoice<PaymentOf>(),
};
