import type { PaymentMethod } from '@keel/contracts';
import { open, paymentPostings } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Db, newId, NotFoundProblem, now, Outbox } from '../platform/index.js';
import { CurrencyError, InvoiceStateError, OverpaymentError } from './billing.errors.js';
import { Invoice } from './invoice.entity.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import { readInvoice, toListedInvoiceDto } from './invoices.queries.js';
import { post } from './journal.js';
import type { PaymentDto, ReceivePaymentDto } from './payments.dto.js';
import { VisitInvoices } from './visit-invoices.js';

interface PaymentRow {
  id: string;
  patientId: string;
  invoiceId: string;
  amount: number;
  currency: PaymentDto['amount']['currency'];
  method: PaymentMethod;
  reference: string | null;
  receivedAt: Date;
  version: number;
}

@Injectable()
export class PaymentsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly issuer: InvoiceIssuer,
    private readonly visits: VisitInvoices,
  ) {}

  /** Money at the desk for one invoice; payments on it take turns at its row, so together they never exceed it. */
  async receive(ctx: Ctx, invoiceId: string, dto: ReceivePaymentDto): Promise<PaymentDto> {
    return this.db.tx(ctx, async (ctx) => {
      const row = await this.issuer.lock(ctx, invoiceId);
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
      await post(ctx, { source: 'payment', sourceId: id, purpose: 'receive', currency: row.currency }, paymentPostings(amount, dto.method));
      const paid = row.paid + amount;
      const status = paid === row.total ? 'paid' : 'issued';
      await ctx.tx.getRepository(Invoice).update({ clinicId, id: invoiceId }, { paid, status, version: row.version + 1 });
      if (row.appointmentId) await this.visits.recount(ctx, row.appointmentId);
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
    const [row] = await this.db.read<PaymentRow>(ctx, { what: 'payment', patients: 'patientId' }, PAYMENT, [id]);
    if (!row) throw new NotFoundProblem('payment');
    const { currency, ...payment } = row;
    const invoice = toListedInvoiceDto(await readInvoice(this.db, ctx, row.invoiceId));
    return {
      ...payment,
      amount: { amount: row.amount, currency },
      invoice: { id: invoice.id, status: invoice.status, open: invoice.open, version: invoice.version },
    };
  }
}

const PAYMENT = `
  SELECT p.id, p.patient_id AS "patientId", a.invoice_id AS "invoiceId", p.amount, p.currency, p.method, p.reference,
    p.received_at AS "receivedAt", p.version
  FROM payment p JOIN allocation a ON a.clinic_id = p.clinic_id AND a.payment_id = p.id WHERE p.id = $1`;
