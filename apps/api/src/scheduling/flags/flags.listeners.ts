import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Formerly, On, type TxCtx } from '../../platform/index.js';
import { PatientFlags } from './patient-flags.js';

/** Keeps what a patient owes, from what billing tells: the schedule never asks upward. */
@Injectable()
export class FlagsListeners {
  constructor(private readonly flags: PatientFlags) {}

  @On('invoice.balance_changed')
  @Formerly('countOwingWhenInvoiceIssued', 'countOwingWhenPaymentReceived', 'countOwingWhenPaymentReversed', 'countOwingWhenInvoiceVoided')
  async countOwingWhenBalanceChanged(ctx: TxCtx, { type, payload }: DomainEvent<'invoice.balance_changed'>): Promise<void> {
    // What waits under a former name tells of something else, which was counted when the name changed.
    if (type === 'invoice.balance_changed') this.flags.hear(ctx, payload);
  }
}
