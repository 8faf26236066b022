import { type Answer, type AnsweredSection, type AnswerValue, LONG_TEXT_CHARACTERS, NOTE_STATUSES, type NoteStatus } from '@keel/contracts';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  Allow as AnyValue,
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { Omittable, PageQuery } from '../../platform/index.js';
import { LocalTextDto } from '../templates/note-templates.dto.js';
import { BodyChartDto } from './body-chart.dto.js';
import type { NoteVersionKind } from './note.entity.js';

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

const ANSWER_VALUES = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: { type: 'string' } },
  { $ref: getSchemaPath(BodyChartDto) },
];

@ApiExtraModels(BodyChartDto)
export class AnswerDto {
  /** Key of the question in the note's template. */
  @IsString() @Length(1, 60) key!: string;
  /** Text, number, true or false, a list of texts or a body chart, as the question asks; null for no answer. */
  @AnyValue() @ApiProperty({ anyOf: [...ANSWER_VALUES, { type: 'null' }] }) value?: unknown;
}

export class SectionAnswersDto {
  @IsString() @Length(1, 60) key!: string;
  @IsArray() @ArrayMaxSize(200) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => AnswerDto) answers!: AnswerDto[];
}

/** An answer as the note keeps it; a question that was left out has none. */
export class KeptAnswerDto implements Answer {
  key!: string;
  @ApiProperty({ anyOf: ANSWER_VALUES }) value!: AnswerValue;
}

export class AnsweredSectionDto implements AnsweredSection {
  key!: string;
  answers!: KeptAnswerDto[];
}

export class StartNoteDto {
  /** The appointment that the note documents; its patient and practitioner are the note's. Null for a note without one. */
  @IsOptional() @IsUUID() appointmentId?: string | null;
  /** For a note without an appointment. */
  @Omittable() @IsUUID() patientId?: string;
  /** Without an appointment: whose note it is, where the caller is no practitioner. */
  @Omittable() @IsUUID() practitionerId?: string;
  /** By default, and where it is null, the template of the practitioner's profession. */
  @IsOptional() @IsUUID() templateId?: string | null;
  @Omittable()
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SectionAnswersDto)
  sections?: SectionAnswersDto[];
}

/** PUT replaces the draft's answers by these; PATCH changes the named ones and leaves the rest. */
export class SaveDraftDto {
  @IsArray()
  @ArrayMaxSize(60)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SectionAnswersDto)
  sections!: SectionAnswersDto[];
}

export class AddAddendumDto {
  @Transform(trim) @IsString() @Length(1, LONG_TEXT_CHARACTERS) text!: string;
}

export class EnterInErrorDto {
  @Transform(trim) @IsString() @Length(3, 1000) reason!: string;
}

export class NotesQuery extends PageQuery {
  /** Without it: the caller's own notes, or all of the clinic for those who see all. */
  @IsOptional() @IsUUID() patientId?: string;
  @IsOptional() @IsUUID() appointmentId?: string;
  @IsOptional() @IsUUID() practitionerId?: string;
  @IsOptional() @IsIn(NOTE_STATUSES) status?: NoteStatus;
}

/** A note as lists show it: no word of its text. */
export class NoteHeadDto {
  id!: string;
  status!: NoteStatus;
  patientId!: string;
  appointmentId!: string | null;
  practitionerId!: string;
  practitionerName!: string;
  templateId!: string;
  templateVersion!: number;
  title!: LocalTextDto;
  /** True for counselling: its author's alone unless shared. */
  confidential!: boolean;
  shared!: boolean;
  /** When the appointment was. */
  notedAt!: string;
  createdBy!: string;
  createdAt!: string;
  updatedAt!: string;
  /** Id of the member or key that signed. */
  signedBy!: string | null;
  signedAt!: string | null;
  version!: number;
}

export class AddendumDto {
  id!: string;
  noteId!: string;
  number!: number;
  text!: string;
  signedBy!: string;
  signedByName!: string;
  signedAt!: string;
  /** SHA-256, hexadecimal, over what was signed. */
  contentHash!: string;
  version!: number;
}

export class EnteredInErrorDto {
  reason!: string;
  by!: string;
  byName!: string;
  at!: string;
}

export class NoteDto extends NoteHeadDto {
  sections!: AnsweredSectionDto[];
  /** As the signer was called when they signed. */
  signedByName!: string | null;
  /** SHA-256, hexadecimal, over the canonical JSON of what was signed. */
  contentHash!: string | null;
  addenda!: AddendumDto[];
  enteredInError!: EnteredInErrorDto | null;
}

/** One signed step of a note's history, with the hash it was sealed by and that of the step before. */
export class NoteVersionDto {
  id!: string;
  number!: number;
  kind!: NoteVersionKind;
  recordedBy!: string;
  recordedByName!: string;
  recordedAt!: string;
  contentHash!: string;
  previousHash!: string | null;
}
