import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsRfc3339 } from './is-rfc3339.js';
import { PageQuery } from '../platform/index.js';

export class AuditQuery extends PageQuery {
  /** Whose record was touched. */
  @IsOptional() @IsUUID() patientId?: string;
  /** The user, key or link that acted. */
  @IsOptional() @IsString() @MaxLength(100) actorId?: string;
  @IsOptional() @IsIn(['read', 'create', 'update', 'delete', 'sign', 'send', 'override', 'export', 'sign_in', 'sign_out']) action?: string;
  /** Kind of information, e.g. `note`, `patient.demographics`. */
  @IsOptional() @IsString() @MaxLength(100) what?: string;
  /** From this instant on. */
  @IsOptional() @IsRfc3339() from?: string;
  /** Exclusive. */
  @IsOptional() @IsRfc3339() to?: string;
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
