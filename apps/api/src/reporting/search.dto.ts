import type { AppointmentStatus, InvoiceStatus, LocalText, Total } from '@keel/contracts';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { ApiTotal } from '../platform/index.js';

export class SearchQueryDto {
  /** A name in any order and spelling, a phone number, a date of birth, or the number of an invoice. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(1, 100)
  q!: string;

  /** Hits in all, 1 to 50. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(50) limit: number = 20;
}

/** What a hit says in other languages. */
export class SnippetInDto implements LocalText {
  en?: string;
  fr?: string;
}

export class SearchHitDto {
  kind!: 'patient' | 'appointment' | 'invoice';
  id!: string;
  /** The patient's name; of an invoice its number as printed, empty while it is a draft. */
  title!: string;
  /** What tells it from its neighbours: date of birth and phone, service and practitioner, or the patient's name. */
  snippet!: string;
  /** In other languages, of an appointment whose service has a name in them; else null. */
  snippetIn!: SnippetInDto | null;
  patientId!: string;
  /** When the appointment begins, or the invoice was issued. */
  at!: Date | null;
  status!: AppointmentStatus | InvoiceStatus | null;
}

/** How many there are of each kind, hits that are not shown among them: exact, or at least, such as "50+". */
export class SearchTotalsDto {
  /** `GET /patients?q=` has them all, page by page. */
  @ApiTotal() patient!: Total;

  /** Of the best patients that are shown; 0 where no room was left for any. */
  @ApiTotal() appointment!: Total;

  /** Of the best patients that are shown, and by its number. */
  @ApiTotal() invoice!: Total;
}

export class SearchResultDto {
  /** Patients, then their appointments, then invoices: the best and most recent of each first. */
  data!: SearchHitDto[];

  totals!: SearchTotalsDto;
}
