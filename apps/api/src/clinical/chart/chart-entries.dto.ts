import { OmitType, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { IsDay, Omittable, PageQuery } from '../../platform/index.js';

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

// The statuses are FHIR R4's, with _ for -.
const CLINICAL_STATUSES = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] as const;
const VERIFICATION_STATUSES = ['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered_in_error'] as const;
const ALLERGY_STATUSES = ['active', 'inactive', 'resolved'] as const;
const ALLERGY_VERIFICATIONS = ['unconfirmed', 'presumed', 'confirmed', 'refuted', 'entered_in_error'] as const;
const ALLERGY_CATEGORIES = ['food', 'medication', 'environment', 'biologic'] as const;
const CRITICALITIES = ['low', 'high', 'unable_to_assess'] as const;
const SEVERITIES = ['mild', 'moderate', 'severe'] as const;
const MEDICATION_STATUSES = ['active', 'completed', 'entered_in_error', 'intended', 'stopped', 'on_hold', 'unknown', 'not_taken'] as const;

/** What problems, allergies and medications have in common. */
class EntryDto {
  @IsUUID() patientId!: string;
  /** In words, e.g. "Low back pain", "Latex", "Ibuprofen 200 mg". */
  @Transform(trim) @IsString() @Length(1, 500) description!: string;
  /** A code, where one is known. */
  @IsOptional() @IsString() @Length(1, 100) code?: string | null;
  /** Whose code it is, e.g. `ICD-10-CM`, `http://snomed.info/sct`. */
  @IsOptional() @IsString() @Length(1, 200) codeSystem?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) comment?: string | null;
  /** Its id in the system it comes from; a second one with it is refused. */
  @IsOptional() @IsString() @Length(1, 200) externalId?: string | null;
}

export class CreateProblemDto extends EntryDto {
  @Omittable() @IsIn(CLINICAL_STATUSES) clinicalStatus?: (typeof CLINICAL_STATUSES)[number];
  @Omittable() @IsIn(VERIFICATION_STATUSES) verificationStatus?: (typeof VERIFICATION_STATUSES)[number];
  @IsOptional() @IsIn(SEVERITIES) severity?: (typeof SEVERITIES)[number] | null;
  @IsOptional() @IsString() @MaxLength(200) bodySite?: string | null;
  @IsOptional() @IsDay() onsetDate?: string | null;
  @IsOptional() @IsDay() abatementDate?: string | null;
}

export class ReactionDto {
  /** What happened, e.g. "hives". */
  @Transform(trim) @IsString() @Length(1, 500) manifestation!: string;
  @IsOptional() @IsIn(SEVERITIES) severity?: (typeof SEVERITIES)[number] | null;
}

export class CreateAllergyDto extends EntryDto {
  @Omittable() @IsIn(ALLERGY_STATUSES) clinicalStatus?: (typeof ALLERGY_STATUSES)[number];
  @Omittable() @IsIn(ALLERGY_VERIFICATIONS) verificationStatus?: (typeof ALLERGY_VERIFICATIONS)[number];
  @IsOptional() @IsIn(ALLERGY_CATEGORIES) category?: (typeof ALLERGY_CATEGORIES)[number] | null;
  @IsOptional() @IsIn(CRITICALITIES) criticality?: (typeof CRITICALITIES)[number] | null;
  @Omittable()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReactionDto)
  reactions?: ReactionDto[];
  @IsOptional() @IsDay() onsetDate?: string | null;
}

export class CreateMedicationDto extends EntryDto {
  @Omittable() @IsIn(MEDICATION_STATUSES) status?: (typeof MEDICATION_STATUSES)[number];
  /** As it is taken, e.g. "1 tablet twice a day". */
  @IsOptional() @IsString() @MaxLength(500) dosage?: string | null;
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
  @IsOptional() @IsString() @MaxLength(200) prescriber?: string | null;
  @IsOptional() @IsDay() startDate?: string | null;
  @IsOptional() @IsDay() endDate?: string | null;
}

export class UpdateProblemDto extends PartialType(OmitType(CreateProblemDto, ['patientId', 'externalId']), { skipNullProperties: false }) {}
export class UpdateAllergyDto extends PartialType(OmitType(CreateAllergyDto, ['patientId', 'externalId']), { skipNullProperties: false }) {}
export class UpdateMedicationDto extends PartialType(OmitType(CreateMedicationDto, ['patientId', 'externalId']), {
  skipNullProperties: false,
}) {}

export class EntriesQuery extends PageQuery {
  @IsUUID() patientId!: string;
  @IsOptional() @IsString() @MaxLength(200) externalId?: string;
}

class EntryAnswerDto {
  id!: string;
  patientId!: string;
  description!: string;
  code!: string | null;
  codeSystem!: string | null;
  comment!: string | null;
  externalId!: string | null;
  recordedBy!: string;
  recordedAt!: string;
  version!: number;
}

export class ProblemDto extends EntryAnswerDto {
  clinicalStatus!: (typeof CLINICAL_STATUSES)[number];
  verificationStatus!: (typeof VERIFICATION_STATUSES)[number];
  severity!: (typeof SEVERITIES)[number] | null;
  bodySite!: string | null;
  onsetDate!: string | null;
  abatementDate!: string | null;
}

export class AllergyDto extends EntryAnswerDto {
  clinicalStatus!: (typeof ALLERGY_STATUSES)[number];
  verificationStatus!: (typeof ALLERGY_VERIFICATIONS)[number];
  category!: (typeof ALLERGY_CATEGORIES)[number] | null;
  criticality!: (typeof CRITICALITIES)[number] | null;
  reactions!: ReactionDto[];
  onsetDate!: string | null;
}

export class MedicationDto extends EntryAnswerDto {
  status!: (typeof MEDICATION_STATUSES)[number];
  dosage!: string | null;
  reason!: string | null;
  prescriber!: string | null;
  startDate!: string | null;
  endDate!: string | null;
}
