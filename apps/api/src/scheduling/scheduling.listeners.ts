import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, type TxCtx } from '../platform/index.js';

/** Keeps on the visit's card what the floors above show of it; events come late and out of order, so the newest word counts. */
@Injectable()
export class SchedulingListeners {
  @On('note.started')
  async showDraftWhenNoteStarted(ctx: TxCtx, { payload }: DomainEvent<'note.started'>): Promise<void> {
    if (!payload.appointmentId) return;
    // A draft is news only where no note is yet.
    await ctx.tx.query(
      `INSERT INTO appointment_card (clinic_id, id, note_status) VALUES ($1, $2, 'draft')
       ON CONFLICT (clinic_id, id) DO UPDATE SET note_status = coalesce(appointment_card.note_status, 'draft')`,
      [ctx.clinicId, payload.appointmentId],
    );
  }

  @On('note.amended')
  async showAmendedWhenNoteAmended(ctx: TxCtx, { payload }: DomainEvent<'note.amended'>): Promise<void> {
    if (payload.appointmentId) await this.update(ctx, payload.appointmentId, "note_status = 'amended'");
  }

  @On('note.entered_in_error')
  async forgetNoteWhenEnteredInError(ctx: TxCtx, { payload }: DomainEvent<'note.entered_in_error'>): Promise<void> {
    if (payload.appointmentId) await this.update(ctx, payload.appointmentId, "note_status = 'entered_in_error', documented = false");
  }

  @On('invoice.issued')
  async showInvoicedWhenInvoiceIssued(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'invoice.issued'>): Promise<void> {
    if (payload.appointmentId) await this.showInvoice(ctx, payload.appointmentId, payload.invoiceId, 'issued', occurredAt, '<');
  }

  @On('payment.received')
  async showPaidWhenPaymentReceived(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'payment.received'>): Promise<void> {
    const status = payload.open <= 0 ? 'paid' : 'part_paid';
    // A payment in the same instant as its invoice comes after it.
    if (payload.appointmentId) await this.showInvoice(ctx, payload.appointmentId, payload.invoiceId, status, occurredAt, '<=');
  }

  @On('invoice.voided')
  async forgetInvoiceWhenVoided(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'invoice.voided'>): Promise<void> {
    if (!payload.appointmentId) return;
    await ctx.tx.query(
      `UPDATE appointment_card SET invoice_id = NULL, invoice_status = NULL, invoice_status_at = $3 WHERE id = $1 AND invoice_id = $2`,
      [payload.appointmentId, payload.invoiceId, occurredAt],
    );
  }

  private async update(ctx: TxCtx, appointmentId: string, assignments: string): Promise<void> {
    await ctx.tx.query(`UPDATE appointment_card SET ${assignments} WHERE id = $1`, [appointmentId]);
  }

  private async showInvoice(ctx: TxCtx, id: string, invoiceId: string, status: string, at: string, newer: '<' | '<='): Promise<void> {
    await ctx.tx.query(
      `INSERT INTO appointment_card AS card (clinic_id, id, invoice_id, invoice_status, invoice_status_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (clinic_id, id) DO UPDATE
         SET invoice_id = excluded.invoice_id, invoice_status = excluded.invoice_status, invoice_status_at = excluded.invoice_status_at
         WHERE card.invoice_status_at IS NULL OR card.invoice_status_at ${newer} excluded.invoice_status_at`,
      [ctx.clinicId, id, invoiceId, status, at],
    );
  }
}
