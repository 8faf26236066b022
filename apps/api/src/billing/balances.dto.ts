import { MoneyDto } from '../platform/index.js';

/** What stands open between a patient and the clinic. */
export class PatientBalanceDto {
  patientId!: string;
  open!: MoneyDto;
  /** Issued invoices with something still owed. */
  openInvoices!: number;
  /** The day of the oldest service that is not paid for. */
  oldestOpenOn!: string | null;
  /** Of those that were not taken back. */
  lastPaymentAt!: Date | null;
}
