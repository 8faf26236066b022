import { type Currency, type InvoiceStatus, PAYMENT_METHODS, type PaymentMethod } from '@keel/contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MoneyDto } from '../platform/index.js';
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

export class PaidInvoiceDto {
  id!: string;
  status!: InvoiceStatus;
  open!: MoneyDto;
  version!: number;
}

export class PaymentDto {
  id!: string;
  patientId!: string;
  invoiceId!: string;
  amount!: MoneyDto;
  method!: PaymentMethod;
  reference!: string | null;
  receivedAt!: Date;
  /** The invoice as this payment leaves it. */
  invoice!: PaidInvoiceDto;
  version!: number;
}
