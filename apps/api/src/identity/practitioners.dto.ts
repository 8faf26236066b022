import { PROFESSIONS, type Profession } from '@keel/contracts';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { NameInDto, Omittable, OtherNames, TitleInDto } from '../platform/index.js';

const COLOUR = /^#[0-9a-f]{6}$/i;
const COLOUR_RULE = 'colour is #rrggbb, such as #0b7a63';

export class AddPractitionerDto {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 100) firstName!: string;
  @IsString() @Length(1, 100) lastName!: string;
  @IsIn(PROFESSIONS) profession!: Profession;
  /** The number on the college's register; insurers ask for it on every receipt. */
  @IsString() @Length(1, 60) registrationNumber!: string;
  /** As receipts print it; by default the profession's usual title. */
  @Omittable() @IsString() @Length(1, 100) title?: string;
  /** In other languages, where it is to be called otherwise than Keel translates it; null for none. */
  @OtherNames(TitleInDto) titleIn?: TitleInDto | null;
  /** The college or board that keeps the register. */
  @IsOptional() @IsString() @Length(1, 200) college?: string | null;
  /** In other languages, likewise; null for none. Only beside `college`, with which it goes. */
  @OtherNames(NameInDto) collegeIn?: NameInDto | null;
  /** Colour of the practitioner's column, as #rrggbb. */
  @Omittable() @Matches(COLOUR, { message: COLOUR_RULE }) colour?: string;
}

export class UpdatePractitionerDto {
  /** Until they join: an open invitation ends, and goes to this address instead where an owner corrects it of somebody who is active. */
  @Omittable() @IsEmail() @MaxLength(254) email?: string;
  @Omittable() @IsString() @Length(1, 100) firstName?: string;
  @Omittable() @IsString() @Length(1, 100) lastName?: string;
  @Omittable() @IsString() @Length(1, 60) registrationNumber?: string;
  @Omittable() @IsString() @Length(1, 100) title?: string;
  /** In other languages, where it is to be called otherwise than Keel translates it; null for none. */
  @OtherNames(TitleInDto) titleIn?: TitleInDto | null;
  @IsOptional() @IsString() @Length(1, 200) college?: string | null;
  /** In other languages, likewise; null for none. Only beside `college`, with which it goes. */
  @OtherNames(NameInDto) collegeIn?: NameInDto | null;
  @Omittable() @Matches(COLOUR, { message: COLOUR_RULE }) colour?: string;
  /** False keeps the records and takes no more bookings; an open invitation ends. True invites nobody by itself. */
  @Omittable() @IsBoolean() active?: boolean;
}

export class PractitionerDto {
  id!: string;
  /** For those who manage staff, and the person. */
  email?: string;
  firstName!: string;
  lastName!: string;
  displayName!: string;
  profession!: Profession;
  registrationNumber!: string;
  title!: string;
  /** In other languages; null where the clinic has said none, and a title that Keel knows is translated. */
  titleIn!: TitleInDto | null;
  college!: string | null;
  /** In other languages, likewise. */
  collegeIn!: NameInDto | null;
  colour!: string;
  /** Null until the invitation is accepted. */
  userId!: string | null;
  /** Whether the person can sign in: they have `joined`, are `invited`, or wait for an owner to invite them. */
  access!: 'joined' | 'invited' | 'not_invited';
  active!: boolean;
  version!: number;
}
