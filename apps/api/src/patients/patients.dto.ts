import {
  CHANNELS,
  asLine,
  type Channel,
  CONTACT_PURPOSES,
  type ContactPurpose,
  isVisible,
  type Country,
  type Sex,
  SEXES,
  STATED_LOCALES,
  type StatedLocale,
} from '@keel/contracts';
import { PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, Omittable, PageQuery, PhoneFields } from '../platform/index.js';
import { IsLine } from './patients.validators.js';

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
/** An emptied field of a form means "none". */
const emptied = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() === '' ? null : trim({ value }));

/** A name without what nobody sees; null is none. */
const line = ({ value }: { value: unknown }): unknown => (value === null ? '' : typeof value === 'string' ? asLine(value) : value);

/** Null where there is none, or where nobody sees any of it: who is called by nothing is called by their name. */
const calledBy = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? (isVisible(value) ? asLine(value) : null) : value;

export class AddressDto {
  @IsOptional() @IsString() @MaxLength(200) line1?: string | null;
  @IsOptional() @IsString() @MaxLength(200) line2?: string | null;
  @IsOptional() @IsString() @MaxLength(100) city?: string | null;
  @IsOptional() @IsString() @MaxLength(10) region?: string | null;
  @IsOptional() @IsString() @MaxLength(20) postalCode?: string | null;
  @IsOptional() @IsString() @MaxLength(2) country?: string | null;
}

export class EmergencyContactDto extends PhoneFields {
  @IsString() @Length(1, 200) name!: string;
  @IsOptional() @IsString() @MaxLength(100) relationship?: string | null;
}

export class CreatePatientDto extends PhoneFields {
  /** Legal first name; left out, null or empty for those who have a last name alone. */
  @IsOptional() @Transform(line) @IsString() @IsLine() @MaxLength(100) firstName?: string | null;
  /** Legal last name; left out, null or empty for those who have a first name alone. */
  @IsOptional() @Transform(line) @IsString() @IsLine() @MaxLength(100) lastName?: string | null;
  @IsOptional() @Transform(calledBy) @IsString() @MaxLength(100) preferredName?: string | null;
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(50) pronouns?: string | null;
  /** `YYYY-MM-DD`, not in the future. */
  @IsDay() dateOfBirth!: string;
  /** As on the health card. */
  @IsOptional() @IsIn(SEXES) sex?: Sex | null;
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(100) genderIdentity?: string | null;
  @IsOptional() @Transform(emptied) @IsEmail() @MaxLength(254) email?: string | null;
  @Omittable() @IsIn(CHANNELS) preferredChannel?: Channel;
  /** What they are written to in: a language as the clinic's country writes it, or a tag of BCP 47; left out, as the clinic. */
  @Omittable() @IsIn(STATED_LOCALES) locale?: StatedLocale;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => AddressDto) address?: AddressDto | null;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => EmergencyContactDto) emergencyContact?: EmergencyContactDto | null;
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(200) occupation?: string | null;
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(200) referralSource?: string | null;
  /** Kept encrypted; shown only with the single record. */
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(40) healthCardNumber?: string | null;
  /** What everybody must see at once, such as "latex allergy". */
  @Omittable() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 200, { each: true }) alerts?: string[];
  @Omittable() @IsArray() @ArrayMaxSize(30) @IsString({ each: true }) @Length(1, 50, { each: true }) tags?: string[];
  /** Id of the person in the system they come from; a second import with it is refused as a duplicate. */
  @IsOptional() @IsString() @Length(1, 200) externalId?: string | null;
  /**
   * The day they died, `YYYY-MM-DD`, as in a record that is brought over; null takes it back. Nothing to come is booked for them and nobody writes
   * to them.
   */
  @IsOptional() @Transform(emptied) @IsDay() deceasedOn?: string | null;
}

export class UpdatePatientDto extends PartialType(CreatePatientDto, { skipNullProperties: false }) {
  /** True hides the patient from lists and search, and ends messages, links and bookings; nothing is deleted. */
  @Omittable() @IsBoolean() archived?: boolean;
}

export class PatientsQuery extends PageQuery {
  /** Forgiving search: names in any order with typing errors, part of a phone number, a date of birth. */
  @IsOptional() @IsString() @Length(1, 200) q?: string;
  /** Of a list; a search has its best hits first, and refuses another order. */
  @IsOptional() @IsIn(['lastName', '-lastName']) sort?: 'lastName' | '-lastName';
  @IsOptional() @IsString() @Length(1, 50) tag?: string;
  @IsOptional() @IsString() @Length(1, 200) externalId?: string;
  @Omittable() @IsIn(['true', 'false']) archived?: 'true' | 'false';
}

/** A patient as lists show them. */
export class PatientSummaryDto {
  id!: string;
  firstName!: string;
  lastName!: string;
  preferredName!: string | null;
  pronouns!: string | null;
  dateOfBirth!: string;
  email!: string | null;
  phone!: string | null;
  phoneExtension!: string | null;
  /** What was noted beside the number. */
  phoneRemark!: string | null;
  /** Left out for those without `patient-details:read`. */
  alerts?: string[];
  tags!: string[];
  externalId!: string | null;
  archived!: boolean;
  deceasedOn!: string | null;
  version!: number;
}

export class PatientDto extends PatientSummaryDto {
  sex!: Sex | null;
  /** Left out for those without `patient-details:read`. */
  genderIdentity?: string | null;
  preferredChannel!: Channel;
  /** As it was stated. */
  locale!: StatedLocale;
  address!: AddressDto | null;
  /** Left out for those without `patient-details:read`, as the next three. */
  emergencyContact?: EmergencyContactDto | null;
  occupation?: string | null;
  referralSource?: string | null;
  healthCardNumber?: string | null;
  createdAt!: Date;
}

export class RecordConsentDto {
  @IsIn(CONTACT_PURPOSES) purpose!: ContactPurpose;
  @IsIn(CHANNELS) channel!: Channel;
  @IsBoolean() granted!: boolean;
  /** How it was given, e.g. "in person", "intake form". */
  @IsString() @Length(1, 200) source!: string;
  /** The words the person agreed to. */
  @IsString() @Length(1, 2000) wording!: string;
}

export class ConsentDto {
  id!: string;
  /** Null for every purpose: said by whoever holds the mailbox, by the link in an e-mail, for all who have the address. */
  purpose!: ContactPurpose | null;
  channel!: Channel;
  granted!: boolean;
  /** Null where the link says it. */
  source!: string | null;
  wording!: string | null;
  recordedAt!: Date;
  recordedBy!: string;
}

/** Why nobody is to write to a patient or book for them. */
export type Barred = 'archived' | 'deceased';

/** How a patient may be reached for a purpose, best channel first. */
export interface PatientContact {
  patientId: string;
  firstName: string;
  email: string | null;
  phone: string | null;
  /** As it was stated. */
  locale: StatedLocale;
  /** The clinic's, by which a bare language is written. */
  country: Country;
  channels: Channel[];
  /** Whoever holds the mailbox wants no e-mails. */
  mailboxRefuses: boolean;
  barred: Barred | null;
}
