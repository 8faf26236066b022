import { Column, Entity } from 'typeorm';
import { type Actor, ClinicEntity } from '../../platform/index.js';

export interface FindingBefore {
  reviewedBy: string | null;
  reviewedAt: string;
  reviewComment: string | null;
}

/** A chart opened to a person who has no appointment with the patient that others gave them; each of them is reviewed. */
@Entity('chart_access')
export class ChartAccess extends ClinicEntity {
  @Column('uuid') patientId!: string;
  @Column('uuid') userId!: string;
  @Column('text') kind!: 'grant' | 'override' | 'own_booking';
  @Column('text', { nullable: true }) reason!: string | null;
  /** The appointment that its practitioner gave themselves. */
  @Column('uuid', { nullable: true }) appointmentId!: string | null;
  /** When that was to be; the latest such time until it was reviewed. */
  @Column('timestamptz', { nullable: true }) appointmentAt!: Date | null;
  @Column('text') givenByType!: Actor['type'];
  @Column('text') givenBy!: string;
  @Column('timestamptz') givenAt!: Date;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  /** When somebody ended it by itself, whatever was found of it; null where nobody did. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) reviewedBy!: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt!: Date | null;
  @Column('text', { nullable: true }) reviewOutcome!: 'justified' | 'unjustified' | null;
  @Column('text', { nullable: true }) reviewComment!: string | null;
  /** When it was found so for the first time, whatever was found of it later; null where it never was. */
  @Column('timestamptz', { nullable: true }) justifiedSince!: Date | null;
  @Column('timestamptz', { nullable: true }) unjustifiedSince!: Date | null;
  /** By what it was found unjustified, while it is found justified after all; a finding that is withdrawn leaves that. */
  @Column('jsonb', { nullable: true }) findingBefore!: FindingBefore | null;
  @Column('integer') version!: number;
}
