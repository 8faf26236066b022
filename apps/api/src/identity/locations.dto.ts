import { COUNTRIES, type Country } from '@keel/contracts';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Omittable, PhoneFields } from '../platform/index.js';
import { IsTimeZone } from './clinics.validators.js';

class LocationFields extends PhoneFields {
  @IsOptional() @IsString() @MaxLength(200) addressLine1?: string | null;
  @IsOptional() @IsString() @MaxLength(200) addressLine2?: string | null;
  @IsOptional() @IsString() @MaxLength(100) city?: string | null;
  /** By its letters; the clinic's where it names none. */
  @IsOptional() @IsString() @Length(2, 2) region?: string | null;
  @IsOptional() @IsString() @MaxLength(20) postalCode?: string | null;
  /** The clinic's where it names none. */
  @IsOptional() @IsIn(COUNTRIES) country?: Country | null;
}

export class CreateLocationDto extends LocationFields {
  @IsString() @Length(1, 200) name!: string;
  /** IANA name; the appointments here are in this zone. */
  @IsTimeZone() timeZone!: string;
}

export class UpdateLocationDto extends LocationFields {
  @Omittable() @IsString() @Length(1, 200) name?: string;
  @Omittable() @IsTimeZone() timeZone?: string;
  @Omittable() @IsBoolean() active?: boolean;
}

export class LocationDto {
  id!: string;
  name!: string;
  timeZone!: string;
  addressLine1!: string | null;
  addressLine2!: string | null;
  city!: string | null;
  region!: string | null;
  postalCode!: string | null;
  country!: Country | null;
  phone!: string | null;
  phoneExtension!: string | null;
  phoneRemark!: string | null;
  active!: boolean;
  version!: number;
}
