import type { AppointmentStatus, Currency, InvoiceStatus } from '@keel/contracts';
import type { TaxAmount } from '@keel/money';
import type { DraftLine } from './draft-lines.js';
import type { InvoiceSnapshot } from './invoice.entity.js';
import type { InvoicePatientDto, InvoicePractitionerDto } from './invoices.dto.js';
import type { PaymentRow } from './payment-facts.js';

interface LineRow extends DraftLine {
  net: number;
  taxes: TaxAmount[];
}

/** An invoice as it is read, with its lines and what was paid on it. */
export interface InvoiceRow {
  id: string;
  number: number | null;
  status: InvoiceStatus;
  patientId: string;
  patient: InvoicePatientDto;
  practitionerId: string;
  locationId: string;
  practitioner: InvoicePractitionerDto;
  appointmentId: string | null;
  appointmentStatus: AppointmentStatus | null;
  serviceDate: string;
  issuedAt: Date | null;
  voidedAt: Date | null;
  voidReason: string | null;
  discardedAt: Date | null;
  currency: Currency;
  subtotal: number;
  tax: number;
  total: number;
  paid: number;
  edited: boolean;
  snapshot: InvoiceSnapshot | null;
  lines: LineRow[];
  payments: PaymentRow[];
  version: number;
}
