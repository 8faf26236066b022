import { open, paymentPostings } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Db, newId, now, Outbox } from '../platform/index.js';
import { CurrencyError, InvoiceStateError, OverpaymentError } from './billing.errors.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import { InvoiceRecords, toListedInvoiceDto } from './invoice-records.js';
import { bookedAt, post } from './journal.js';
import type { PaymentDto, ReceivePaymentDto } from './payments.dto.js';
import { toPaymentFacts } from './payment-facts.js';
import { PaymentRecords } from './payment-records.js';

@Injectable()
export class PaymentsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly issuer: InvoiceIssuer,
    private readonly invoices: InvoiceRecords,
    private readonly payments: PaymentRecords,
  ) {}

  /** Money at the desk for one invoice; payments on it take turns at its row, so together they never exceed it. */
  async receive(ctx: Ctx, invoiceId: string, dto: ReceivePaymentDto): Promise<PaymentDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.invoices.hold(ctx, invoiceId);
      if (dto.amount.currency && dto.amount.currency !== row.currency) throw new CurrencyError(row.currency, '/amount/currency');
      if (row.status === 'draft' || row.status === 'void') throw new InvoiceStateError(row.status, 'paid');
      const { amount } = dto.amount;
      const owed = open({ invoiced: row.total, paid: row.paid, adjusted: 0 });
      if (amount > owed) throw new OverpaymentError(owed, row.currency);
      const id = newId();
      const { clinicId } = ctx;
      await ctx.tx.query(
        `INSERT INTO payment (clinic_id, id, patient_id, amount, currency, method, reference, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [clinicId, id, row.patientId, amount, row.currency, dto.method, dto.reference ?? null, now(ctx)],
      );
      await ctx.tx.query('INSERT INTO allocation (clinic_id, id, payment_id, invoice_id, amount) VALUES ($1, $2, $3, $4, $5)', [
        clinicId,
        newId(),
        id,
        invoiceId,
        amount,
      ]);
      const fact = { source: 'payment', sourceId: id, purpose: 'receive' } as const;
      await post(ctx, fact, bookedAt(row), paymentPostings(amount, dto.method));
      await this.issuer.settle(ctx, row, row.paid + amount);
      const ref = { invoiceId, patientId: row.patientId, appointmentId: row.appointmentId };
      await this.outbox.add(ctx, 'payment.received', {
        ...ref,
        paymentId: id,
        amount,
        currency: row.currency,
        method: dto.method,
        open: owed - amount,
      });
      await this.audit.add(ctx, { what: 'payment', action: 'create', patientId: row.patientId, entityId: id });
      return this.get(ctx, id);
    });
  }

  async get(ctx: Ctx, id: string): Promise<PaymentDto> {
    const row = await this.payments.get(ctx, id);
    const { patientId, invoiceId, version } = row;
    const invoice = toListedInvoiceDto(await this.invoices.get(ctx, invoiceId));
    return {
      ...toPaymentFacts(row, row),
      patientId,
      invoiceId,
      invoice: { id: invoice.id, status: invoice.status, open: invoice.open, version: invoice.version },
      version,
    };
  }
}
