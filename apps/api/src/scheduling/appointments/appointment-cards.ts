import { Injectable } from '@nestjs/common';
import type { TxCtx } from '../../platform/index.js';
import { AppointmentRecords } from './appointment-records.js';
import type { AppointmentDto } from './appointments.dto.js';

export type NoteFacts = Pick<AppointmentDto, 'documented' | 'noteStatus'>;
export type InvoiceFacts = Pick<AppointmentDto, 'invoiceId' | 'invoiceStatus'>;

/** What the floors above show on an appointment. Outside its version, so that nobody's open form goes stale by them. */
@Injectable()
export class AppointmentCards {
  constructor(private readonly records: AppointmentRecords) {}

  /** For those who change what belongs to the appointment: before they lock any row of it. */
  takeTurn(ctx: TxCtx, id: string): void {
    this.records.takeTurn(ctx, id);
  }

  /** `count` looks at all notes of the appointment, while it is held: two who count at once end at what is there. */
  async recountNotes(ctx: TxCtx, id: string, count: () => Promise<NoteFacts>): Promise<void> {
    await this.records.hold(ctx, id);
    const { documented, noteStatus } = await count();
    await ctx.tx.query(NOTES, [ctx.clinicId, id, documented, noteStatus]);
  }

  /** `count` looks at all invoices of the appointment, while it is held. */
  async recountInvoices(ctx: TxCtx, id: string, count: () => Promise<InvoiceFacts>): Promise<void> {
    await this.records.hold(ctx, id);
    const { invoiceId, invoiceStatus } = await count();
    await ctx.tx.query(INVOICES, [ctx.clinicId, id, invoiceId, invoiceStatus]);
  }
}

const NOTES = `INSERT INTO appointment_card (clinic_id, id, documented, note_status) VALUES ($1, $2, $3, $4)
  ON CONFLICT (clinic_id, id) DO UPDATE SET documented = excluded.documented, note_status = excluded.note_status`;
const INVOICES = `INSERT INTO appointment_card (clinic_id, id, invoice_id, invoice_status) VALUES ($1, $2, $3, $4)
  ON CONFLICT (clinic_id, id) DO UPDATE SET invoice_id = excluded.invoice_id, invoice_status = excluded.invoice_status`;
