import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, type TxCtx } from '../../platform/index.js';
import { PatientFlags } from './patient-flags.js';

/** Keeps what a patient owes, from what billing tells: the schedule never asks upward. */
@Injectable()
export class StandingListeners {
  constructor(private readonly standing: PatientFlags) {}

  @On('invoice.issued')
  async countOwingWhenInvoiceIssued(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'invoice.issued'>): Promise<void> {
    this.standing.hear(ctx, { ...payload, open: payload.amount, at: occurredAt });
  }

  @On('payment.received')
  async countOwingWhenPaymentReceived(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'payment.received'>): Promise<void> {
    this.standing.hear(ctx, { ...payload, at: occurredAt });
  }

  @On('payment.reversed')
  async countOwingWhenPaymentReversed(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'payment.reversed'>): Promise<void> {
    this.standing.hear(ctx, { ...payload, at: occurredAt });
  }

  @On('invoice.voided')
  async countOwingWhenInvoiceVoided(ctx: TxCtx, { payload, occurredAt }: DomainEvent<'invoice.voided'>): Promise<void> {
    this.standing.hear(ctx, { ...payload, open: 0, at: occurredAt });
  }
}
