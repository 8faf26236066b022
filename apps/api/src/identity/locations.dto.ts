import { IsBoolean, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { IsTimeZone } from './clinics.validators.js';

class LocationFields {
  @IsOptional() @IsString() @MaxLength(200) addressLine1?: string;
  @IsOptional() @IsString() @MaxLength(200) addressLine2?: string;
  @IsOptional() @IsString() @MaxLength(100) city?: string;
  @IsOptional() @IsString() @MaxLength(10) region?: string;
  @IsOptional() @IsString() @MaxLength(20) postalCode?: string;
  @IsOptional() @IsString() @MaxLength(2) country?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
}

export class CreateLocationDto extends LocationFields {
  @IsString() @Length(1, 200) name!: string;
  /** IANA name; the visits here are in this zone. */
  @IsTimeZone() timeZone!: string;
}

export class UpdateLocationDto extends LocationFields {
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  @IsOptional() @IsTimeZone() timeZone?: string;
  @IsOptional() @IsBoolean() active?: boolean;
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
  country!: string | null;
  phone!: string | null;
  active!: boolean;
  version!: number;
}
