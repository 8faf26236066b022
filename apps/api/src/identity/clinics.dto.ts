import { COUNTRIES, type Country, CURRENCIES, type Currency, type Role, ROLES, STATED_LOCALES, type StatedLocale } from '@keel/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDuration, Omittable, PhoneFields } from '../platform/index.js';
import { IsNewPassword } from './password-rules.js';
import { IsRegionOf, IsTaxNumbers, IsTimeZone } from './clinics.validators.js';

export class OwnerDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
  @IsNewPassword()
  password!: string;

  @IsString()
  @Length(1, 100)
  firstName!: string;

  @IsString()
  @Length(1, 100)
  lastName!: string;
}

export class SignUpDto {
  @IsString()
  @Length(1, 200)
  name!: string;

  /** The clinic's address on the web: lower-case letters, digits and single hyphens, 3 to 60 characters. */
  @Matches(/^(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: 'slug takes 3 to 60 lower-case letters, digits and single hyphens, such as "maple-physio"',
  })
  slug!: string;

  /** IANA name, such as `America/Toronto`. */
  @IsTimeZone()
  timeZone!: string;

  @IsIn(COUNTRIES)
  country!: Country;

  /** Province or state, by its two letters. */
  @IsRegionOf('country')
  region!: string;

  @IsIn(CURRENCIES)
  currency!: Currency;

  /** A language as the clinic's country writes it, or a tag of BCP 47 as such. Dates, times and money are written by it. */
  @IsIn(STATED_LOCALES)
  locale!: StatedLocale;

  @ValidateNested()
  @Type(() => OwnerDto)
  @IsObject()
  owner!: OwnerDto;
}

export class UpdateClinicDto extends PhoneFields {
  @Omittable() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsEmail() @MaxLength(254) email?: string | null;
  @Omittable() @IsIn(STATED_LOCALES) locale?: StatedLocale;
  /** Hours before an appointment until which a patient's cancellation is not late. */
  @Omittable() @IsDuration('hours', { min: 0, max: 336 }) cancellationNoticeHours?: number;
  /** Roles whose members need a second factor before anything else opens; an owner sets it, after a step-up. */
  @Omittable() @IsArray() @ArrayMaxSize(ROLES.length) @ArrayUnique() @IsIn(ROLES, { each: true }) secondFactorRoles?: Role[];
  /** Where and in what money, each until something depends on it; locations that were where the clinic was follow. */
  @Omittable() @IsTimeZone() timeZone?: string;
  @Omittable() @IsIn(COUNTRIES) country?: Country;
  /** By its letters; of the country, this one or the one sent along. */
  @Omittable() @IsString() @Length(2, 2) region?: string;
  @Omittable() @IsIn(CURRENCIES) currency?: Currency;
  /** Tax registration numbers as receipts print them, by tax name: `{ "GST/HST": "123456789 RT0001" }`. */
  @Omittable() @IsTaxNumbers() taxNumbers?: Record<string, string>;
}

export class ClinicDto {
  id!: string;
  name!: string;
  slug!: string;
  timeZone!: string;
  country!: Country;
  region!: string;
  currency!: Currency;
  /** As it was stated. */
  locale!: StatedLocale;
  phone!: string | null;
  phoneExtension!: string | null;
  phoneRemark!: string | null;
  email!: string | null;
  taxNumbers!: Record<string, string>;
  cancellationNoticeHours!: number;
  secondFactorRoles!: Role[];
  version!: number;
}
