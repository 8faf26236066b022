import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, type TxCtx } from '../platform/index.js';
import { type InvoiceFacts, AppointmentCards } from '../scheduling/index.js';

interface LiveRow {
  id: string;
  status: 'issued' | 'paid';
  paid: number;
}

/** Keeps what an appointment shows of its invoices, and the turns of those who change them. */
@Injectable()
export class AppointmentInvoices {
  constructor(private readonly cards: AppointmentCards) {}

  /** Before any row of billing is locked that belongs to the appointment. */
  takeTurn(ctx: TxCtx, appointmentId: string): void {
    this.cards.takeTurn(ctx, appointmentId);
  }

  async recount(ctx: TxCtx, appointmentId: string): Promise<void> {
    await this.cards.recountInvoices(ctx, appointmentId, async () => {
      const sql = "SELECT id, status, paid FROM invoice WHERE appointment_id = $1 AND status IN ('issued', 'paid')";
      return invoiceFacts(await ctx.tx.query<LiveRow[]>(sql, [appointmentId]));
    });
  }

  /** Events come late, twice and out of order, so they say only where to look. */
  @On('invoice.balance_changed')
  async recountInvoicesOnCard(ctx: TxCtx, { payload }: DomainEvent<'invoice.balance_changed'>): Promise<void> {
    if (payload.appointmentId) await this.recount(ctx, payload.appointmentId);
  }
}

/** An appointment has one live invoice at most; drafts and voided ones are not shown on it. */
function invoiceFacts([live]: readonly LiveRow[]): InvoiceFacts {
  if (!live) return { invoiceId: null, invoiceStatus: null };
  return { invoiceId: live.id, invoiceStatus: live.status === 'issued' && live.paid > 0 ? 'part_paid' : live.status };
}
