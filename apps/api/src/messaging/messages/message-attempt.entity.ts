import { Column, Entity } from 'typeorm';
import { type AttemptOutcome, ClinicEntity } from '../../platform/index.js';

/** One hand-over to a provider; committed before it begins, so that a crash in the middle leaves a trace. */
@Entity('message_attempt')
export class MessageAttempt extends ClinicEntity {
  @Column('uuid')
  messageId!: string;

  @Column('integer')
  number!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: AttemptOutcome | null;

  @Column('text', { nullable: true })
  code!: string | null;
}
