import { STATED_LOCALES, type StatedLocale, WORK_ITEM_KINDS, type WorkItemKind } from '@keel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, isUUID, IsUUID, ValidateBy } from 'class-validator';
import { PageQuery } from '../http/page-query.dto.js';
import { IsMoment } from '../http/time-validators.js';

const NOT_A_LOGIN = ['me', 'nobody'] as const;
const isAssignee = (value: unknown): boolean => NOT_A_LOGIN.some((word) => word === value) || isUUID(value);

export class WorkItemsQuery extends PageQuery {
  /** One or several, repeated or with commas between. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(WORK_ITEM_KINDS.length)
  @IsIn(WORK_ITEM_KINDS, { each: true })
  @ApiPropertyOptional({ enum: WORK_ITEM_KINDS, isArray: true })
  kind?: WorkItemKind[];

  /** Whose: somebody's login, `me`, or `nobody` for what is still anybody's. */
  @IsOptional()
  @ValidateBy({ name: 'isAssignee', validator: { validate: isAssignee, defaultMessage: () => 'assignee is an id, me or nobody' } })
  assignee?: string;

  /** `true` lists what is done or too late, the latest first; otherwise what is to be done, the most urgent first. */
  @IsOptional()
  @IsIn(['true', 'false'])
  done?: 'true' | 'false';

  /** The language of `title`; English by default. */
  @IsOptional()
  @IsIn(STATED_LOCALES)
  locale?: StatedLocale;
}

export class WorkItemSubjectDto {
  /** The first word of its routes. */
  kind!: string;
  id!: string;
}

export class WorkItemPatientDto {
  firstName!: string;
  lastName!: string;
  preferredName!: string | null;
}

/** Something that a person must decide. It is closed by that being decided, not by being looked at. */
export class WorkItemDto {
  id!: string;
  @ApiProperty({ enum: WORK_ITEM_KINDS })
  kind!: WorkItemKind;
  /** What is to be done, in words. */
  title!: string;
  /** What it is about: read it by its own routes, which ask for their own permission. */
  subject!: WorkItemSubjectDto;
  /** The route that does it, with the subject's id. */
  doneWith!: string;
  /** The patient whom it is about; null where it is about none. */
  patient!: WorkItemPatientDto | null;
  /** The login of the member whom it is about; null where it is about none. */
  memberId!: string | null;
  since!: Date;
  /** When it is too late to do anything; null where it never is. */
  lapsesAt!: Date | null;
  /** By when somebody wants it done. */
  dueAt!: Date | null;
  /** Whose it is; null while it is anybody's. */
  assigneeId!: string | null;
  /** When it was done, or became too late. */
  doneAt!: Date | null;
  /** Whoever did it; null where it was done by itself. */
  doneBy!: string | null;
  version!: number;
}

export class UpdateWorkItemDto {
  /** The login of somebody who may do it; null gives it back to all. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @IsOptional()
  @IsMoment()
  dueAt?: string | null;
}

export class WorkItemCountDto {
  @ApiProperty({ enum: WORK_ITEM_KINDS })
  kind!: WorkItemKind;
  /** How many are to be done. */
  count!: number;
  /** How many of them are the caller's. */
  mine!: number;
}

/** Only kinds of which there is something to be done. */
export class WorkItemCountsDto {
  data!: WorkItemCountDto[];
}
