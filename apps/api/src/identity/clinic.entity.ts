import type { Country, Currency, Role, StatedLocale } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

/** The tenant; its `clinicId` is its own `id`. */
@Entity('clinic')
export class Clinic extends ClinicEntity {
  @Column('text') name!: string;
  @Column('text') slug!: string;
  @Column('text') timeZone!: string;
  @Column('text') country!: Country;
  @Column('text') region!: string;
  @Column('text') currency!: Currency;
  @Column('text') locale!: StatedLocale;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) phoneExtension!: string | null;
  @Column('text', { nullable: true }) phoneRemark!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('jsonb') taxNumbers!: Record<string, string>;
  @Column('integer') cancellationNoticeHours!: number;
  /** Whose members need a second factor before anything else opens. */
  @Column('text', { array: true }) secondFactorRoles!: Role[];
  /** Who signed it up; unknown of clinics from before addresses were proved. */
  @Column('uuid', { nullable: true }) founderId!: string | null;
  /** When its founder's address was proved; until then nothing leaves the clinic. */
  @Column('timestamptz', { nullable: true }) provedAt!: Date | null;
  @Column('integer') version!: number;
}
