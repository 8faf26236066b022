import type { Country, Currency, Locale, Permission, Role } from '@keel/contracts';
import { IsEmail, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export class SignInDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

export class ChooseClinicDto {
  @IsUUID()
  clinicId!: string;
}

export class SessionUserDto {
  id!: string;
  email!: string;
  firstName!: string;
  lastName!: string;
}

export class SessionClinicDto {
  id!: string;
  name!: string;
  slug!: string;
  timeZone!: string;
  country!: Country;
  region!: string;
  currency!: Currency;
  locale!: Locale;
}

export class ClinicChoiceDto {
  id!: string;
  name!: string;
  slug!: string;
}

/** For somebody of several clinics: choose one by PUT /session/clinic. */
export class ClinicChoicesDto {
  clinics!: ClinicChoiceDto[];
}

/** Who is signed in, in which clinic, and what they may do there. */
export class SessionDto {
  user!: SessionUserDto;
  clinic!: SessionClinicDto;
  roles!: Role[];
  chartRight!: boolean;
  /** Set where the person is a practitioner of this clinic. */
  practitionerId!: string | null;
  permissions!: Permission[];
}
