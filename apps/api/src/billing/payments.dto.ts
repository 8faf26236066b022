import { type Currency, type InvoiceStatus, PAYMENT_METHODS, type PaymentMethod } from '@keel/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MoneyDto, PageQuery } from '../platform/index.js';
import { IsAmount } from './payments.validators.js';

/** What was handed over, in cents; by default in the invoice's currency. */
export class AmountDto {
  amount!: number;
  currency?: Currency;
}

export class ReceivePaymentDto {
  /** `{amount, currency}` in cents; a bare number is cents in the invoice's currency. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'number' ? { amount: value } : value))
  @IsAmount()
  amount!: AmountDto;

  @IsIn(PAYMENT_METHODS) method!: PaymentMethod;

  /** The terminal's slip, the cheque's number, the transfer's code. */
  @IsOptional() @IsString() @MaxLength(100) reference?: string | null;
}

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class ReversePaymentDto {
  /** Why, in a few words; kept with the payment and in the audit. */
  @Transform(trim) @IsString() @Length(1, 500) reason!: string;
}

export class PaymentReversalDto {
  at!: Date;
  reason!: string;
  /** As the person was called then; null where a program did it that nobody stands behind. */
  byName!: string | null;
}

/** What is said of a payment everywhere. */
export class PaymentFactsDto {
  id!: string;
  amount!: MoneyDto;
  method!: PaymentMethod;
  reference!: string | null;
  receivedAt!: Date;
  /** Of a payment that was taken back, which counts no more; otherwise null. */
  reversal!: PaymentReversalDto | null;
  /** The end of its day by the clock of the place: it can be taken back until then. Null once it was. */
  reversibleUntil!: Date | null;
}

export class PaidInvoiceDto {
  id!: string;
  status!: InvoiceStatus;
  open!: MoneyDto;
  version!: number;
}

export class PaymentDto extends PaymentFactsDto {
  patientId!: string;
  invoiceId!: string;
  /** The invoice as it stands now. */
  invoice!: PaidInvoiceDto;
  version!: number;
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
