import { PROFESSIONS, type Profession, TAX_CODES, type TaxCode } from '@keel/contracts';
import { Type } from 'class-transformer';
import { IsBoolean, IsHexColor, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { IsDuration, MoneyDto, NameInDto, Omittable, OtherNames, PageQuery } from '../../platform/index.js';

export class CreateServiceDto {
  /** In every language that `nameIn` has no name in. */
  @IsString() @Length(1, 200) name!: string;
  /** In other languages; null for none. */
  @OtherNames(NameInDto) nameIn?: NameInDto | null;
  @IsOptional() @IsString() @MaxLength(2000) description?: string | null;
  /** Minutes with the patient. */
  @IsDuration('minutes', { min: 1, max: 720 }) durationMinutes!: number;
  /** Minutes of the practitioner before and after, to prepare and to clean up; the patient is not told of them. */
  @Omittable() @IsDuration('minutes', { min: 0, max: 240 }) bufferBeforeMinutes?: number;
  @Omittable() @IsDuration('minutes', { min: 0, max: 240 }) bufferAfterMinutes?: number;
  /** Before tax, in the clinic's currency. */
  @ValidateNested() @Type(() => MoneyDto) price!: MoneyDto;
  @IsIn(TAX_CODES) taxCode!: TaxCode;
  /** Practitioners of this profession offer it. */
  @IsIn(PROFESSIONS) profession!: Profession;
  @Omittable() @IsBoolean() onlineBookable?: boolean;
  @IsOptional() @IsHexColor() colour?: string | null;
}

export class UpdateServiceDto {
  @Omittable() @IsString() @Length(1, 200) name?: string;
  /** All that there are: null for none. */
  @OtherNames(NameInDto) nameIn?: NameInDto | null;
  @IsOptional() @IsString() @MaxLength(2000) description?: string | null;
  @Omittable() @IsDuration('minutes', { min: 1, max: 720 }) durationMinutes?: number;
  @Omittable() @IsDuration('minutes', { min: 0, max: 240 }) bufferBeforeMinutes?: number;
  @Omittable() @IsDuration('minutes', { min: 0, max: 240 }) bufferAfterMinutes?: number;
  @Omittable() @ValidateNested() @Type(() => MoneyDto) price?: MoneyDto;
  @Omittable() @IsIn(TAX_CODES) taxCode?: TaxCode;
  @Omittable() @IsBoolean() onlineBookable?: boolean;
  @IsOptional() @IsHexColor() colour?: string | null;
}

export class ServicesQuery extends PageQuery {
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  /** `true` lists the archived ones too. */
  @IsOptional() @IsIn(['true', 'false']) archived?: 'true' | 'false';
}

export class ServiceDto {
  id!: string;
  /** In every language that `nameIn` has no name in. */
  name!: string;
  /** In other languages; null where it has one name alone. */
  nameIn!: NameInDto | null;
  description!: string | null;
  durationMinutes!: number;
  bufferBeforeMinutes!: number;
  bufferAfterMinutes!: number;
  price!: MoneyDto;
  taxCode!: TaxCode;
  profession!: Profession;
  onlineBookable!: boolean;
  colour!: string | null;
  archived!: boolean;
  version!: number;
}
