import { CHANNELS, type Channel, MESSAGE_STATUSES, type MessageStatus } from '@keel/contracts';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { type AttemptOutcome, PageQuery } from '../../platform/index.js';
import type { MessageKind } from './message.entity.js';

const AUDIENCES = ['patients', 'staff'] as const;

export class MessagesQuery extends PageQuery {
  /** One or several, repeated or with commas between. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(MESSAGE_STATUSES.length)
  @IsIn(MESSAGE_STATUSES, { each: true })
  status?: MessageStatus[];

  /** `true` lists what staff must look into: failed or unknown and still in time for its appointment, held by our bounds until it is
   * too late for it, or a patient's text that a person has to read; not yet taken care of. */
  @IsOptional()
  @IsIn(['true', 'false'])
  attention?: 'true' | 'false';

  /** `newest` by default; `attention` puts first what staff must look into. */
  @IsOptional()
  @IsIn(['newest', 'attention'])
  sort?: 'newest' | 'attention';

  /** `patients` lists what goes to and comes from patients, `staff` the mails to those who work here; both by default. */
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: (typeof AUDIENCES)[number];

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

export const RESOLUTIONS = ['sent', 'not_sent', 'handled'] as const;

export class ResolveMessageDto {
  /**
   * What staff found out about an unknown one: `sent` closes it; `not_sent` sends it again, where there is still reason to.
   * One that failed or is held too long is `handled` once somebody has told the patient in another way, a received one once it
   * was read and answered.
   */
  @IsIn(RESOLUTIONS)
  outcome!: (typeof RESOLUTIONS)[number];
}

export class MessagePatientDto {
  firstName!: string;
  lastName!: string;
  preferredName!: string | null;
}

/** One of several patients who have a phone together. */
export class MessageSharerDto extends MessagePatientDto {
  id!: string;
}

/** How many messages staff must look into. */
export class MessageAttentionDto {
  count!: number;
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
  /** Null for a message to a member of staff. */
  patient!: MessagePatientDto | null;
  /** Of a text that came in from a phone that several patients have: they, of whom it is from one. Empty otherwise. */
  sharedBy!: MessageSharerDto[];
  appointmentId!: string | null;
  ruleId!: string | null;
  /** When the appointment begins. */
  startsAt!: Date | null;
  /** Of the appointment as a reminder tells of it; where the appointment has a later one, it got another time, place or practitioner since. */
  timeVersion!: number | null;
  dueAt!: Date;
  queuedAt!: Date | null;
  sentAt!: Date | null;
  deliveredAt!: Date | null;
  handledAt!: Date | null;
  /** True where staff must look into it. */
  attention!: boolean;
  /** True while links to the appointment open it, this message's or another's. */
  linksOpen!: boolean;
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

export const OUTLOOKS = ['goes', 'gone', 'held'] as const;

/** What will become of a reminder of an appointment at the time that it has now. */
export class ReminderOutlookDto {
  ruleId!: string;
  channel!: Channel;
  /** Null while none is planned. */
  messageId!: string | null;
  dueAt!: Date;
  /** `goes` when it is due, as things stand; `gone` is with the provider or has arrived; `held` does not go. */
  outlook!: (typeof OUTLOOKS)[number];
  /** Why it is held; `short_notice` where its moment had passed when the appointment was booked or moved, `moment_passed` where something held it then that is gone since. */
  reason!: string | null;
}

/** One message with what was written; a link that signs somebody in is never kept in it. */
export class MessageDetailDto extends MessageDto {
  to!: string | null;
  subject!: string | null;
  text!: string | null;
  history!: MessageAttemptDto[];
}
