import { CHANNELS, type Channel, MESSAGE_STATUSES, type MessageStatus } from '@keel/contracts';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../platform/index.js';
import type { AttemptOutcome } from './message-attempt.entity.js';
import type { MessageKind } from './message.entity.js';

export class MessagesQuery extends PageQuery {
  /** `unknown` lists what staff must look into. */
  @IsOptional()
  @IsIn(MESSAGE_STATUSES)
  status?: MessageStatus;

  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @IsOptional()
  @IsUUID()
  patientId?: string;

  @IsOptional()
  @IsUUID()
  appointmentId?: string;
}

export const RESOLUTIONS = ['sent', 'not_sent'] as const;

export class ResolveMessageDto {
  /** What staff found out: `sent` closes it; `not_sent` sends it again, where there is still reason to. */
  @IsIn(RESOLUTIONS)
  outcome!: (typeof RESOLUTIONS)[number];
}

export class MessageDto {
  id!: string;
  /** What it is for. */
  kind!: MessageKind;
  channel!: Channel;
  status!: MessageStatus;
  /** Why it ended as it did, where that needs saying. */
  reason!: string | null;
  patientId!: string | null;
  appointmentId!: string | null;
  ruleId!: string | null;
  /** When the visit begins. */
  startsAt!: Date | null;
  dueAt!: Date;
  queuedAt!: Date | null;
  sentAt!: Date | null;
  deliveredAt!: Date | null;
  attempts!: number;
  createdAt!: Date;
  version!: number;
}

export class MessageAttemptDto {
  number!: number;
  startedAt!: Date;
  finishedAt!: Date | null;
  outcome!: AttemptOutcome | null;
  code!: string | null;
}

/** One message with what was written; a link that signs somebody in is never kept in it. */
export class MessageDetailDto extends MessageDto {
  to!: string | null;
  subject!: string | null;
  text!: string | null;
  history!: MessageAttemptDto[];
}
