import { issuePostings, missingRates, reversed, settledStatus } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { LocationsService } from '../identity/index.js';
import { Audit, now, Outbox, type TxCtx } from '../platform/index.js';
import { TaxRatesUnknownError } from './billing.errors.js';
import { Invoice } from './invoice.entity.js';
import type { InvoiceRow } from './invoice-row.js';
import { printedNumber } from './printed-number.js';
import { bookedAt, post, postingsOf } from './journal.js';
import { SnapshotSource } from './snapshot-source.js';
import { AppointmentInvoices } from './appointment-invoices.js';

/** Turns drafts into numbered invoices and takes unpaid ones back, journal and events included. */
@Injectable()
export class InvoiceIssuer {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly appointments: AppointmentInvoices,
    private readonly snapshots: SnapshotSource,
    private readonly locations: LocationsService,
  ) {}

  /** @throws TaxRatesUnknownError */
  async issue(ctx: TxCtx, row: InvoiceRow): Promise<void> {
    const missing = missingRates(row.lines, await this.locations.heldPlace(ctx, row.locationId), row.serviceDate);
    if (missing) throw new TaxRatesUnknownError(missing);
    const snapshot = await this.snapshots.kept(ctx, row);
    const number = await this.nextNumber(ctx);
    // An invoice of nothing is paid as soon as it is issued.
    const status = settledStatus({ invoiced: row.total, paid: 0, adjusted: 0 });
    const issued = { number, status, issuedAt: now(ctx), snapshot, version: row.version + 1 } as const;
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id: row.id }, issued);
    const fact = { source: 'invoice', sourceId: row.id, purpose: 'issue' } as const;
    await post(ctx, fact, bookedAt({ ...row, snapshot }), issuePostings(row));
    await this.balanceChanged(ctx, row, { status, paid: 0 });
    const ref = { invoiceId: row.id, patientId: row.patientId, appointmentId: row.appointmentId };
    await this.outbox.add(ctx, 'invoice.issued', { ...ref, number: printedNumber(number), amount: row.total, currency: row.currency });
    await this.audit.add(ctx, { what: 'invoice', action: 'create', patientId: row.patientId, entityId: row.id });
  }

  /** What is paid on an issued invoice by now, with what follows from it; nobody else changes it meanwhile. */
  async settle(ctx: TxCtx, row: InvoiceRow, paid: number): Promise<void> {
    const status = settledStatus({ invoiced: row.total, paid, adjusted: 0 });
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id: row.id }, { paid, status, version: row.version + 1 });
    await this.balanceChanged(ctx, row, { status, paid });
  }

  /** What was posted is posted back; the number stays taken, so that numbers have no gaps. */
  async void(ctx: TxCtx, row: InvoiceRow, reason: string | null = null): Promise<void> {
    const fact = { source: 'invoice', sourceId: row.id } as const;
    const voided = { status: 'void', voidedAt: now(ctx), voidReason: reason, version: row.version + 1 } as const;
    await ctx.tx.getRepository(Invoice).update({ clinicId: ctx.clinicId, id: row.id }, voided);
    const postings = await postingsOf(ctx, { ...fact, purpose: 'issue' });
    await post(ctx, { ...fact, purpose: 'void' }, bookedAt(row), reversed(postings));
    await this.balanceChanged(ctx, row, { status: 'void', paid: row.total });
    await this.outbox.add(ctx, 'invoice.voided', { invoiceId: row.id, patientId: row.patientId, appointmentId: row.appointmentId });
    await this.audit.add(ctx, { what: 'invoice', action: 'delete', patientId: row.patientId, entityId: row.id, reason });
  }

  /** Of the version that was just written, one after that of `row`. */
  private async balanceChanged(ctx: TxCtx, row: InvoiceRow, { status, paid }: Pick<InvoiceRow, 'status' | 'paid'>): Promise<void> {
    const { id: invoiceId, patientId, appointmentId } = row;
    if (appointmentId) await this.appointments.recount(ctx, appointmentId);
    const told = { invoiceId, patientId, appointmentId, version: row.version + 1, open: row.total - paid, status };
    await this.outbox.add(ctx, 'invoice.balance_changed', told);
  }

  /** Under the counter's row lock: two issues take turns, and one that rolls back gives its number back. */
  private async nextNumber(ctx: TxCtx): Promise<number> {
    const [row] = await ctx.tx.query<{ number: number }[]>(
      `INSERT INTO invoice_counter (clinic_id, last_number) VALUES ($1, 1)
       ON CONFLICT (clinic_id) DO UPDATE SET last_number = invoice_counter.last_number + 1 RETURNING last_number AS number`,
      [ctx.clinicId],
    );
    if (!row) throw new Error('The invoice counter gave no number');
    return row.number;
  }
}
