import type { PaymentMethod } from '@keel/contracts';
import { IsOptional, IsUUID } from 'class-validator';
import { MoneyDto, PageQuery } from '../platform/index.js';

/** What stands open between a patient and the clinic. */
export class PatientAccountDto {
  patientId!: string;
  open!: MoneyDto;
  /** Issued invoices with something still owed. */
  openInvoices!: number;
  /** The day of the oldest service that is not paid for. */
  oldestOpenOn!: string | null;
  lastPaymentAt!: Date | null;
}

export class PaymentsQuery extends PageQuery {
  @IsOptional() @IsUUID() patientId?: string;
  @IsOptional() @IsUUID() invoiceId?: string;
}

export class ListedPaymentDto {
  id!: string;
  patientId!: string;
  invoiceId!: string;
  /** As printed on the invoice. */
  invoiceNumber!: string;
  amount!: MoneyDto;
  method!: PaymentMethod;
  reference!: string | null;
  receivedAt!: Date;
  version!: number;
}
