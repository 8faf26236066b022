import { IsOptional, IsUUID } from 'class-validator';
import { MoneyDto, PageQuery } from '../platform/index.js';
import { PaymentFactsDto } from './payments.dto.js';

/** What stands open between a patient and the clinic. */
export class PatientAccountDto {
  patientId!: string;
  open!: MoneyDto;
  /** Issued invoices with something still owed. */
  openInvoices!: number;
  /** The day of the oldest service that is not paid for. */
  oldestOpenOn!: string | null;
  /** Of those that were not taken back. */
  lastPaymentAt!: Date | null;
}

export class PaymentsQuery extends PageQuery {
  @IsOptional() @IsUUID() patientId?: string;
  @IsOptional() @IsUUID() invoiceId?: string;
}

export class ListedPaymentDto extends PaymentFactsDto {
  patientId!: string;
  invoiceId!: string;
  /** As printed on the invoice. */
  invoiceNumber!: string;
  version!: number;
}
