import { IsEmail, Matches, MaxLength } from 'class-validator';

export class ProveAddressDto {
  /** The six digits of the newest mail. */
  @Matches(/^\d{6}$/, { message: 'code is six digits' })
  code!: string;
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
