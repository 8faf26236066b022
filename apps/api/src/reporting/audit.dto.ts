import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { type AuditFault, IsMoment, PageQuery } from '../platform/index.js';

export class AuditQuery extends PageQuery {
  /** Whose record was touched. */
  @IsOptional() @IsUUID() patientId?: string;
  /** The user, key or link that acted. */
  @IsOptional() @IsString() @MaxLength(100) actorId?: string;
  @IsOptional()
  @IsIn(['read', 'create', 'update', 'delete', 'sign', 'send', 'override', 'export', 'sign_in', 'sign_in_failed', 'sign_out', 'step_up'])
  action?: string;
  /** Kind of information, e.g. `note`, `patient.demographics`. */
  @IsOptional() @IsString() @MaxLength(100) what?: string;
  /** From this instant on. */
  @IsOptional() @IsMoment() from?: string;
  /** Exclusive. */
  @IsOptional() @IsMoment() to?: string;
}

/** One look at, or change of, a record. */
export class AuditEntryDto {
  id!: string;
  at!: Date;
  actorType!: string;
  actorId!: string;
  /** The member's name, or the key's; null where the actor is Keel itself or a link. */
  actorName!: string | null;
  action!: string;
  what!: string;
  patientIds!: string[];
  entityId!: string | null;
  /** What somebody typed where a rule asked for a reason. */
  reason!: string | null;
  requestId!: string;
  ip!: string | null;
}

const MOST_SEALS_EVER = 2_147_483_647;

export class AuditVerificationQuery {
  /** Number of the seal to go on after: `next` of the page before. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(MOST_SEALS_EVER) after: number = 0;
  /** A head that was kept elsewhere, with its hash: that it is still in the chain, so that nobody cut the chain short. */
  @ValidateIf(({ seal, hash }: AuditVerificationQuery) => seal !== undefined || hash !== undefined)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_SEALS_EVER)
  seal?: number;
  @ValidateIf(({ seal, hash }: AuditVerificationQuery) => seal !== undefined || hash !== undefined)
  @Matches(/^[0-9a-f]{64}$/, { message: 'hash is 64 hexadecimal digits, as an earlier answer gave them' })
  hash?: string;
}

export class AuditFaultDto implements AuditFault {
  /** Rows of the seal were `changed` or `removed`; `planted` are in no seal; the seals themselves do not follow each other or were not made by Keel. */
  kind!: AuditFault['kind'];
  seal!: number;
  /** Which rows, at most twenty of them; empty where it cannot be told. */
  entryIds!: string[];
}

/** The end of the chain; keep number and hash elsewhere to tell later that nothing was cut off. */
export class AuditHeadDto {
  seal!: number;
  /** SHA-256, hexadecimal. */
  hash!: string;
  sealedAt!: Date;
}

export class AuditVerificationDto {
  /** True where this page of the chain has no fault. */
  intact!: boolean;
  /** How many of them this page read. */
  seals!: number;
  entries!: number;
  faults!: AuditFaultDto[];
  head!: AuditHeadDto | null;
  /** Rows newer than the head, which the next seal will take. */
  waiting!: number;
  /** Send it as `after` for the next page; null at the end of the chain. */
  next!: number | null;
}
