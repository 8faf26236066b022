import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/** A practitioner's week and the days on which it holds. */
@Entity('working_hours')
export class WorkingHours extends ClinicEntity {
  @Column('uuid') practitionerId!: string;
  @Column('date') effectiveFrom!: string;
  @Column('date', { nullable: true }) effectiveTo!: string | null;
  @Column('integer') version!: number;
}

@Entity('working_shift')
export class WorkingShift extends ClinicEntity {
  @Column('uuid') workingHoursId!: string;
  @Column('integer') weekday!: number;
  @Column('text') startTime!: string;
  @Column('text') endTime!: string;
  @Column('uuid') locationId!: string;
}
