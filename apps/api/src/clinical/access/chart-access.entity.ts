import { Column, Entity } from 'typeorm';
import { type Actor, ClinicEntity } from '../../platform/index.js';

/** A chart opened to a person who has no visit with the patient: given by a colleague, or taken with a reason. */
@Entity('chart_access')
export class ChartAccess extends ClinicEntity {
  @Column('uuid') patientId!: string;
  @Column('uuid') userId!: string;
  @Column('text') kind!: 'grant' | 'override';
  @Column('text') reason!: string;
  @Column('text') givenByType!: Actor['type'];
  @Column('text') givenBy!: string;
  @Column('timestamptz') givenAt!: Date;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('text', { nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('integer') version!: number;
}
