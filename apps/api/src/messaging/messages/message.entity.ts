import type { Channel, MessageStatus } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/**
 * Each is a file in messaging/kinds. `received` is a patient's text to us, `reply` what was answered to it at once. The API's description
 * names them in this order.
 */
export const MESSAGE_KINDS = [
  'reminder',
  'staff_invitation',
  'password_reset',
  'rights_notice',
  'address_proof',
  'chart_opened',
  'account_alert',
  'reply',
  'received',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** One message to one person. The row is the truth of what was sent; the queue only wakes a worker for it. */
@Entity('message')
export class Message extends ClinicEntity {
  @Column('text')
  kind!: MessageKind;

  @Column('text')
  channel!: Channel;

  @Column('text')
  status!: MessageStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  patientId!: string | null;

  @Column('uuid', { nullable: true })
  appointmentId!: string | null;

  @Column('uuid', { nullable: true })
  ruleId!: string | null;

  @Column('integer', { nullable: true })
  timeVersion!: number | null;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  /** The member that it is for, where the subject does not say. */
  @Column('uuid', { nullable: true })
  recipientId!: string | null;

  /** When the appointment that it is about begins. */
  @Column('timestamptz', { nullable: true })
  startsAt!: Date | null;

  @Column('timestamptz')
  dueAt!: Date;

  /** When a worker shall look at it next; null once there is nothing left to do. */
  @Column('timestamptz', { nullable: true })
  nextAt!: Date | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  queuedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  /** When staff took care of a failure in another way. */
  @Column('timestamptz', { nullable: true })
  handledAt!: Date | null;

  /** The provider's own id: Twilio's sid, or the Message-ID of a mail. */
  @Column('text', { nullable: true })
  providerId!: string | null;

  /** Sealed JSON of `MessageContent`. */
  @Column('bytea', { nullable: true })
  content!: Buffer | null;

  @Column('bytea', { nullable: true })
  recipientHash!: Buffer | null;

  /** The version of the appointment that it told of: an answer counts for that one. */
  @Column('integer', { nullable: true })
  appointmentVersion!: number | null;

  /** It went to an address that is not the patient's: another goes under its rule. */
  @Column('boolean')
  astray!: boolean;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
