import type { Channel } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/** A number or address that asked not to be written to. */
@Entity('suppression')
export class Suppression extends ClinicEntity {
  @Column('text')
  channel!: Channel;

  @Column('text')
  address!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
