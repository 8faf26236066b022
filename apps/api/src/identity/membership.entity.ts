import type { Role } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

/** A person in a clinic: their name and roles there. */
@Entity('membership')
export class Membership extends ClinicEntity {
  @Column('uuid') userId!: string;
  @Column('text') firstName!: string;
  @Column('text') lastName!: string;
  @Column('text', { array: true }) roles!: Role[];
  /** The right to read and write charts without being a practitioner; the founder has it until given up. */
  @Column('boolean') chartRight!: boolean;
  @Column('boolean') active!: boolean;
  /** The member whose invitation they accepted, or who let them in again; null for a founder, and where Keel did. */
  @Column('uuid', { nullable: true }) broughtInBy!: string | null;
  @Column('integer') version!: number;
}
