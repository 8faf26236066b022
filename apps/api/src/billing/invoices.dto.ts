import { type AppointmentStatus, type Country, INVOICE_STATUSES, type InvoiceStatus, TAX_CODES, type TaxCode } from '@keel/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay, MoneyDto, NameInDto, Omittable, PageQuery, TitleInDto } from '../platform/index.js';
import { PaymentFactsDto } from './payments.dto.js';

export class InvoiceAppointmentDto {
  /** True leaves it open to changes; it gets its number when it is issued. */
  @Omittable() @IsBoolean() draft?: boolean;
}

export class VoidInvoiceDto {
  /** Why, in a few words; kept with the invoice and in the audit. */
  @IsOptional() @IsString() @Length(1, 500) reason?: string | null;
}

export class DraftLineDto {
  /** Which line of the draft it was; left out for a new one. What is named bills what it billed, whatever is typed into it. */
  @Omittable() @IsUUID() id?: string;
  @IsString() @Length(1, 300) description!: string;
  @IsInt() @Min(1) @Max(1000) quantity!: number;
  /** Before tax, in the invoice's currency. */
  @ValidateNested() @Type(() => MoneyDto) unitPrice!: MoneyDto;
  @IsIn(TAX_CODES) taxCode!: TaxCode;
}

export class UpdateDraftDto {
  /** All lines of the draft, in order; they replace those it had. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DraftLineDto)
  lines!: DraftLineDto[];
}

const LISTED_BY = [...INVOICE_STATUSES, 'open', 'discarded'] as const;

export class InvoicesQuery extends PageQuery {
  @IsOptional() @IsUUID() patientId?: string;
  @IsOptional() @IsUUID() practitionerId?: string;
  @IsOptional() @IsUUID() appointmentId?: string;
  /** `open`: issued, with something still owed; `discarded`: drafts put out of the way, which are in no other list. */
  @IsOptional() @IsIn(LISTED_BY) status?: (typeof LISTED_BY)[number];
  /** For services of this day or later. */
  @IsOptional() @IsDay() from?: string;
  /** Exclusive. */
  @IsOptional() @IsDay() to?: string;
}

/** By the names of today; the receipt has those of its day. */
export class InvoicePatientDto {
  firstName!: string;
  lastName!: string;
  preferredName!: string | null;
}

export class InvoicePractitionerDto {
  displayName!: string;
}

export class TaxAmountDto {
  name!: string;
  /** Thousandths of a percent: 13000 is 13 %. */
  rate!: number;
  amount!: MoneyDto;
}

export class InvoiceLineDto {
  id!: string;
  description!: string;
  serviceId!: string | null;
  quantity!: number;
  unitPrice!: MoneyDto;
  net!: MoneyDto;
  taxCode!: TaxCode;
  taxes!: TaxAmountDto[];
}

export class PrintedClinicDto {
  name!: string;
  /** As it is printed, with its extension and remark. */
  phone!: string | null;
  email!: string | null;
  country!: Country;
  /** By the name of the tax. */
  taxNumbers!: Record<string, string>;
}

export class PrintedPlaceDto {
  name!: string;
  /** Its address, as on an envelope. */
  lines!: string[];
}

export class PrintedPractitionerDto {
  name!: string;
  title!: string;
  /** In other languages; null where none was said. */
  titleIn!: TitleInDto | null;
  college!: string | null;
  collegeIn!: NameInDto | null;
  registrationNumber!: string;
}

export class PrintedAppointmentDto {
  start!: string;
  minutes!: number;
}

/** What the document says about people and places: as they were at issue, whatever has changed since; a draft's, as they are now. */
export class InvoicePrintedDto {
  clinic!: PrintedClinicDto;
  location!: PrintedPlaceDto;
  /** The patient's legal name. */
  patientName!: string;
  practitioner!: PrintedPractitionerDto;
  appointment!: PrintedAppointmentDto | null;
}

/** What is said of an invoice everywhere; invoiced = paid + open + adjusted at every moment. */
class InvoiceFactsDto {
  id!: string;
  /** Null while it is a draft; then gapless, as printed. */
  number!: string | null;
  status!: InvoiceStatus;
  patientId!: string;
  patient!: InvoicePatientDto;
  practitionerId!: string;
  practitioner!: InvoicePractitionerDto;
  appointmentId!: string | null;
  /** How its appointment stands now. A draft waits, and is issued, once the patient has arrived. */
  appointmentStatus!: AppointmentStatus | null;
  locationId!: string;
  /** By the clock of the location. */
  serviceDate!: string;
  issuedAt!: Date | null;
  voidedAt!: Date | null;
  /** As it was given; null where nobody was asked, as when an arrival is undone. */
  voidReason!: string | null;
  /** When somebody put the draft out of the way; null where nobody did. */
  discardedAt!: Date | null;
  lines!: InvoiceLineDto[];
  taxes!: TaxAmountDto[];
  subtotal!: MoneyDto;
  tax!: MoneyDto;
  total!: MoneyDto;
  paid!: MoneyDto;
  /** What a void took away. */
  adjusted!: MoneyDto;
  open!: MoneyDto;
  /** Each that was taken, those taken back too: what counts has no `reversal`, and adds up to `paid`. */
  payments!: PaymentFactsDto[];
  version!: number;
}

export class InvoiceDto extends InvoiceFactsDto {
  printed!: InvoicePrintedDto;
}

export class ListedInvoiceDto extends InvoiceFactsDto {
  /** Null for a draft: what that would print is with the draft itself. */
  printed!: InvoicePrintedDto | null;
}
