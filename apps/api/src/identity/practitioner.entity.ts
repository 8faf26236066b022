import type { LocalText, Profession } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

@Entity('practitioner')
export class Practitioner extends ClinicEntity {
  /** Set when the person has accepted their invitation. */
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('citext') email!: string;
  @Column('text') firstName!: string;
  @Column('text') lastName!: string;
  @Column('text') profession!: Profession;
  @Column('text') registrationNumber!: string;
  /** As the receipt shows it, e.g. "Registered Massage Therapist". */
  @Column('text') title!: string;
  @Column('jsonb', { nullable: true }) titleIn!: LocalText | null;
  @Column('text', { nullable: true }) college!: string | null;
  @Column('jsonb', { nullable: true }) collegeIn!: LocalText | null;
  @Column('text') colour!: string;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
