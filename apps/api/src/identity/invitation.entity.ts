import type { Role } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

/** An open door for one person, by a link in an e-mail. */
@Entity('invitation')
export class Invitation extends ClinicEntity {
  @Column('citext') email!: string;
  @Column('text') firstName!: string;
  @Column('text') lastName!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('uuid', { nullable: true }) practitionerId!: string | null;
  /** Who gave what it gives; null where Keel did. */
  @Column('uuid', { nullable: true }) invitedBy!: string | null;
  @Column('bytea', { nullable: true }) tokenHash!: Buffer | null;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('integer') version!: number;
}
