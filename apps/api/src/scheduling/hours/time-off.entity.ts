import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

@Entity('time_off')
export class TimeOff extends ClinicEntity {
  @Column('uuid') practitionerId!: string;
  @Column('timestamptz') startAt!: Date;
  @Column('timestamptz') endAt!: Date;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer') version!: number;
}
