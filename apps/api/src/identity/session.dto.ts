import type { Country, Currency, Permission, Role, StatedLocale } from '@keel/contracts';
import { FactorChoiceDto } from './factors/factors.dto.js';
import { IsEmail, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

export type StepUpMethod = 'password' | 'totp' | 'passkey' | 'recovery';

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
  locale!: StatedLocale;
  /** False until its founder's address is proved: nothing leaves the clinic. */
  proved!: boolean;
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

/** The password was right: send one of `methods` by POST /session/second-factor. Until then nothing is open. */
export class SecondFactorWantedDto {
  secondFactor!: FactorChoiceDto;
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
  /** After this long without use the session is over; asking this route is no use. */
  idleSeconds!: number;
  /** When the session is over, however busy. */
  endsAt!: Date;
  /** Until when it opens what asks for a fresh proof of who sits there; null where POST /session/step-up comes first. */
  steppedUpUntil!: Date | null;
  /** What POST /session/step-up takes from this person. */
  stepUpMethods!: StepUpMethod[];
  /** True where the clinic demands a second factor of this role: until there is one, nothing else is open. */
  mustEnrolFactor!: boolean;
}

export class OwnSessionDto {
  id!: string;
  /** The session that asks. */
  current!: boolean;
  createdAt!: Date;
  lastSeenAt!: Date;
  /** The network address that it was opened from. */
  ip!: string | null;
  /** Browser and system, such as "Firefox, Windows"; empty where neither is known. */
  device!: string | null;
}
