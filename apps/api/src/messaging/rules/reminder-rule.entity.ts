import type { Channel } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

@Entity('reminder_rule')
export class ReminderRule extends ClinicEntity {
  @Column('text')
  channel!: Channel;

  @Column('integer')
  minutesBefore!: number;

  @Column('boolean')
  active!: boolean;

  /** A default rule that the clinic removed: its row stays, to say so. */
  @Column('boolean')
  removed!: boolean;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
