import type { Currency, LocalText, Profession, TaxCode } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

@Entity('service')
export class Service extends ClinicEntity {
  @Column('text') name!: string;
  @Column('jsonb', { nullable: true }) nameIn!: LocalText | null;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text') profession!: Profession;
  @Column('integer') durationMinutes!: number;
  @Column('integer') bufferBeforeMinutes!: number;
  @Column('integer') bufferAfterMinutes!: number;
  @Column('integer') priceAmount!: number;
  @Column('text') priceCurrency!: Currency;
  @Column('text') taxCode!: TaxCode;
  @Column('boolean') onlineBookable!: boolean;
  @Column('text', { nullable: true }) colour!: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;
}
