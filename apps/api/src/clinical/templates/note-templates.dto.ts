import {
  BODY_VIEWS,
  type BodyView,
  type LocalText,
  PROFESSIONS,
  type Profession,
  QUESTION_TYPES,
  type QuestionType,
  type TemplateSection,
} from '@keel/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Omittable } from '../../platform/index.js';

/** Words in one or both languages. */
export class LocalTextDto implements LocalText {
  @Omittable() @IsString() @MaxLength(500) en?: string;
  @Omittable() @IsString() @MaxLength(500) fr?: string;
}

export class QuestionOptionDto {
  @IsString() @Length(1, 100) value!: string;
  @IsObject() @ValidateNested() @Type(() => LocalTextDto) label!: LocalTextDto;
}

/** A question as it is sent; what its type asks of it beside its shape is checked by `sectionFaults`. */
export class QuestionDto {
  /** Small letters, digits and _; unique in its section. Answers refer to it. */
  @IsString() @Length(1, 60) key!: string;
  @IsIn(QUESTION_TYPES) type!: QuestionType;
  @IsObject() @ValidateNested() @Type(() => LocalTextDto) label!: LocalTextDto;
  @Omittable() @IsObject() @ValidateNested() @Type(() => LocalTextDto) help?: LocalTextDto;
  /** A note cannot be signed without it. */
  @Omittable() @IsBoolean() required?: boolean;
  /** For choice and multi_choice. */
  @Omittable()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuestionOptionDto)
  options?: QuestionOptionDto[];
  /** For number and scale, both ends included. */
  @Omittable() @IsNumber() min?: number;
  @Omittable() @IsNumber() max?: number;
  @Omittable() @IsString() @MaxLength(20) unit?: string;
  /** For body_chart: what can be drawn on. */
  @Omittable()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BODY_VIEWS.length)
  @ArrayUnique()
  @IsIn(BODY_VIEWS, { each: true })
  views?: BodyView[];
}

export class TemplateSectionDto {
  @IsString() @Length(1, 60) key!: string;
  @IsObject() @ValidateNested() @Type(() => LocalTextDto) title!: LocalTextDto;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuestionDto)
  questions!: QuestionDto[];
}

export class CreateNoteTemplateDto {
  @IsObject() @ValidateNested() @Type(() => LocalTextDto) name!: LocalTextDto;
  /** Null for a template of everybody's. */
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession | null;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TemplateSectionDto)
  sections!: TemplateSectionDto[];
}

/** The next version of a template; notes that were begun keep the one they have. */
export class UpdateNoteTemplateDto {
  @IsObject() @ValidateNested() @Type(() => LocalTextDto) name!: LocalTextDto;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TemplateSectionDto)
  sections!: TemplateSectionDto[];
  /** False takes it from the choice for new notes. */
  @Omittable() @IsBoolean() active?: boolean;
}

export class NoteTemplateDto {
  id!: string;
  name!: LocalTextDto;
  /** Whose template it is; null for everybody's. */
  profession!: Profession | null;
  /** Which of Keel's templates it is or was; null for the clinic's own. */
  builtIn!: string | null;
  /** True where notes of the profession take it unless they name another. */
  isDefault!: boolean;
  active!: boolean;
  @ApiProperty({ type: [TemplateSectionDto] }) sections!: TemplateSection[];
  version!: number;
}
