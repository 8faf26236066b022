import { IsEmail, IsString, Matches, MaxLength } from 'class-validator';
import { Omittable } from '../../platform/index.js';
import { IsNewPassword } from '../password-rules.js';

export class ProveAddressDto {
  /** The six digits of the newest mail. */
  @Matches(/^\d{6}$/, { message: 'code is six digits' })
  code!: string;
}

/** Nothing where this browser is signed in to the account; elsewhere one of the two. */
export class ConfirmAddressDto {
  /** That of the sign-up: nothing else changes. */
  @Omittable()
  @IsString()
  @MaxLength(200)
  password?: string;

  /** For who did not sign up, or does not know the password: it is set, and whatever was opened by the former one ends. */
  @Omittable()
  @IsNewPassword()
  newPassword?: string;
}

export class CorrectAddressDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** Whether the address of the person's account is proved, and that of the clinic's founder. */
export class AddressProofDto {
  email!: string;
  proved!: boolean;
  /** Until then nothing leaves the clinic: what was written is held. */
  clinicProved!: boolean;
  /** When an unproved clinic stops letting anybody in; null for a proved one. */
  closesAt!: Date | null;
  /** When another mail can be asked for; null once it is not needed any more. */
  nextMailAt!: Date | null;
}
