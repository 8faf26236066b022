import type { Country, Currency, InvoiceStatus, LocalText, StatedLocale } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../platform/index.js';

/** What a receipt says about people and places, as it was at issue. */
export interface InvoiceSnapshot {
  clinic: {
    name: string;
    /** As it is printed. */
    phone: string | null;
    email: string | null;
    taxNumbers: Record<string, string>;
    locale: StatedLocale;
    timeZone: string;
    /** Absent in invoices of earlier releases. */
    country?: Country;
  };
  /** Its zone is absent in invoices of earlier releases, which were dated by the clinic's. */
  location: { name: string; lines: string[]; timeZone?: string };
  patient: { name: string };
  practitioner: {
    name: string;
    title: string;
    /** Absent, as `collegeIn`, in invoices of earlier releases. */
    titleIn?: LocalText | null;
    college: string | null;
    collegeIn?: LocalText | null;
    registrationNumber: string;
  };
  appointment: { start: string; minutes: number } | null;
}

/** The zone by which what an invoice prints is dated. */
export const printedZone = ({ location, clinic }: InvoiceSnapshot): string => location.timeZone ?? clinic.timeZone;

/** Whose customs what an invoice prints follows: names of tax numbers and ways to pay, and how money is written. */
export const printedCountry = ({ clinic }: InvoiceSnapshot, currency: Currency): Country =>
  clinic.country ?? (currency === 'USD' ? 'US' : 'CA');

@Entity('invoice')
export class Invoice extends ClinicEntity {
  @Column('integer', { nullable: true }) number!: number | null;
  @Column('text') status!: InvoiceStatus;
  @Column('uuid') patientId!: string;
  @Column('uuid') practitionerId!: string;
  @Column('uuid') locationId!: string;
  @Column('uuid', { nullable: true }) appointmentId!: string | null;
  @Column('date') serviceDate!: string;
  @Column('timestamptz', { nullable: true }) issuedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) voidedAt!: Date | null;
  @Column('text', { nullable: true }) voidReason!: string | null;
  /** Of a draft that somebody put out of the way. */
  @Column('timestamptz', { nullable: true }) discardedAt!: Date | null;
  @Column('text') currency!: Currency;
  @Column('integer') subtotal!: number;
  @Column('integer') tax!: number;
  @Column('integer') total!: number;
  @Column('integer') paid!: number;
  /** True where somebody wrote the lines of the draft by hand. */
  @Column('boolean') edited!: boolean;
  @Column('jsonb', { nullable: true }) snapshot!: InvoiceSnapshot | null;
  @Column('integer') version!: number;
}
