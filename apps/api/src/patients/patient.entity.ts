import type { Channel, StatedLocale } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';
import type { AddressDto, EmergencyContactDto } from './patients.dto.js';

@Entity('patient')
export class Patient extends ClinicEntity {
  @Column('text') firstName!: string;
  @Column('text') lastName!: string;
  @Column('text', { nullable: true }) preferredName!: string | null;
  @Column('text', { nullable: true }) pronouns!: string | null;
  @Column('date') dateOfBirth!: string;
  @Column('text', { nullable: true }) sex!: string | null;
  @Column('text', { nullable: true }) genderIdentity!: string | null;
  @Column('citext', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) phoneExtension!: string | null;
  @Column('text', { nullable: true }) phoneRemark!: string | null;
  @Column('text') preferredChannel!: Channel;
  @Column('text') locale!: StatedLocale;
  @Column('jsonb', { nullable: true }) address!: AddressDto | null;
  @Column('jsonb', { nullable: true }) emergencyContact!: EmergencyContactDto | null;
  @Column('text', { nullable: true }) occupation!: string | null;
  @Column('text', { nullable: true }) referralSource!: string | null;
  @Column('bytea', { nullable: true }) healthCard!: Buffer | null;
  @Column('text', { array: true }) alerts!: string[];
  @Column('text', { array: true }) tags!: string[];
  @Column('text', { nullable: true }) externalId!: string | null;
  @Column('text') searchKey!: string;
  @Column('date', { nullable: true }) deceasedOn!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;
}
