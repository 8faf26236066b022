import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

@Entity('location')
export class Location extends ClinicEntity {
  @Column('text') name!: string;
  @Column('text') timeZone!: string;
  @Column('text', { nullable: true, name: 'address_line1' }) addressLine1!: string | null;
  @Column('text', { nullable: true, name: 'address_line2' }) addressLine2!: string | null;
  @Column('text', { nullable: true }) city!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text', { nullable: true }) postalCode!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) phoneExtension!: string | null;
  @Column('text', { nullable: true }) phoneRemark!: string | null;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}
