import { PROFESSIONS, type Profession } from '@keel/contracts';
import { IsBoolean, IsEmail, IsHexColor, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class AddPractitionerDto {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 100) firstName!: string;
  @IsString() @Length(1, 100) lastName!: string;
  @IsIn(PROFESSIONS) profession!: Profession;
  /** The number on the college's register; insurers ask for it on every receipt. */
  @IsString() @Length(1, 60) registrationNumber!: string;
  /** As receipts print it; by default the profession's usual title. */
  @IsOptional() @IsString() @Length(1, 100) title?: string;
  /** The college or board that keeps the register. */
  @IsOptional() @IsString() @Length(1, 200) college?: string;
  /** Colour of the practitioner's column, as #rrggbb. */
  @IsOptional() @IsHexColor() colour?: string;
}

export class UpdatePractitionerDto {
  @IsOptional() @IsString() @Length(1, 100) firstName?: string;
  @IsOptional() @IsString() @Length(1, 100) lastName?: string;
  @IsOptional() @IsString() @Length(1, 60) registrationNumber?: string;
  @IsOptional() @IsString() @Length(1, 100) title?: string;
  @IsOptional() @IsString() @Length(1, 200) college?: string;
  @IsOptional() @IsHexColor() colour?: string;
  /** False keeps the records and takes no more bookings. */
  @IsOptional() @IsBoolean() active?: boolean;
}

export class PractitionerDto {
  id!: string;
  email!: string;
  firstName!: string;
  lastName!: string;
  displayName!: string;
  profession!: Profession;
  registrationNumber!: string;
  title!: string;
  college!: string | null;
  colour!: string;
  /** Null until the invitation is accepted. */
  userId!: string | null;
  active!: boolean;
  version!: number;
}
