import { dateIn } from '@keel/calendar';
import { open, reversed, takeBack } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { StaffService } from '../identity/index.js';
import { Audit, type Ctx, Db, loginBehind, newId, now, Outbox, type TxCtx } from '../platform/index.js';
import { PaymentDayOverError, PaymentReversedError } from './billing.errors.js';
import { InvoiceIssuer } from './invoice-issuer.js';
import { post, postingsOf } from './journal.js';
import type { ReversePaymentDto } from './payments.dto.js';
import { reversibleUntil } from './payment-facts.js';
import { PaymentRecords, type SinglePaymentRow } from './payment-records.js';

/**
 * Takes back a payment that was a mistake: wrong amount, method or invoice. That corrects the record and gives no money back;
 * so it is for whoever takes payments, on the payment's own day, before anybody has counted what came in.
 */
@Injectable()
export class PaymentReversals {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly issuer: InvoiceIssuer,
    private readonly payments: PaymentRecords,
    private readonly staff: StaffService,
  ) {}

  /** Whole, and once. @throws PaymentReversedError, PaymentDayOverError */
  async reverse(ctx: Ctx, id: string, { reason }: ReversePaymentDto): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      const { payment, invoice } = await this.payments.hold(ctx, id);
      if (payment.reversal) throw new PaymentReversedError(payment.reversal);
      const { amount, currency, method, patientId, timeZone, receivedAt } = payment;
      const day = new Date(receivedAt);
      if (now(ctx) >= reversibleUntil(day, timeZone)) throw new PaymentDayOverError(dateIn(timeZone, day.getTime()));
      const balance = takeBack({ invoiced: invoice.total, paid: invoice.paid, adjusted: 0 }, amount);
      await this.write(ctx, payment, reason);
      await this.issuer.settle(ctx, invoice, balance.paid);
      const ref = { invoiceId: invoice.id, patientId, appointmentId: invoice.appointmentId };
      await this.outbox.add(ctx, 'payment.reversed', { ...ref, paymentId: id, amount, currency, method, open: open(balance) });
      await this.audit.add(ctx, { what: 'payment', action: 'delete', patientId, entityId: id, reason });
    });
  }

  private async write(ctx: TxCtx, payment: SinglePaymentRow, reason: string): Promise<void> {
    const { id } = payment;
    const person = loginBehind(ctx);
    const name = person && (await this.staff.nameOf(ctx, person));
    await ctx.tx.query(
      `INSERT INTO payment_reversal (clinic_id, id, payment_id, reason, reversed_by_type, reversed_by, reversed_by_name, reversed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [ctx.clinicId, newId(), id, reason, ctx.actor.type, ctx.actor.id, name ?? null, now(ctx)],
    );
    const fact = { source: 'payment', sourceId: id } as const;
    const postings = await postingsOf(ctx, { ...fact, purpose: 'receive' });
    await post(ctx, { ...fact, purpose: 'reverse' }, payment, reversed(postings));
  }
}
