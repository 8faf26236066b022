import type { DomainEvent, MessageStatus } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { On, prepared, type TxCtx } from '../../platform/index.js';
import { AddressNews, PatientNews } from '../../scheduling/index.js';
import { CorrectedAddresses } from './corrected-addresses.js';
import { MessageStates } from './message-states.js';

const LEFT: readonly MessageStatus[] = ['sent', 'delivered'];

const TOLD = `SELECT DISTINCT appointment_id AS id FROM message WHERE appointment_id = ANY ($1) AND NOT astray
  AND kind IN ('reminder', 'reply') AND status IN ('queued', 'sent', 'delivered', 'unknown')`;

/** A reminder says what the clinic changed of an appointment, so whom it reached need not be called. */
@Injectable()
export class NewsOfAppointments implements OnModuleInit {
  constructor(
    private readonly states: MessageStates,
    private readonly news: PatientNews,
    private readonly corrected: CorrectedAddresses,
    private readonly addresses: AddressNews,
  ) {}

  onModuleInit(): void {
    this.addresses.ask(async (ctx, ids) => (await prepared<{ id: string }>(ctx, TOLD, [ids])).map(({ id }) => id));
  }

  @On('message.sent')
  async forgetWhatIsUntoldWhenReminderIsSent(ctx: TxCtx, { payload }: DomainEvent<'message.sent'>): Promise<void> {
    await this.settle(ctx, payload.messageId);
  }

  /** Or perhaps did, where nobody knows: whoever may have read of a time has to be told where that is not so any more. */
  @On('message.failed', 'message.unknown')
  async tellAnewWhenReminderFailed(ctx: TxCtx, { payload }: DomainEvent<'message.failed' | 'message.unknown'>): Promise<void> {
    await this.settle(ctx, payload.messageId);
  }

  /** One that was taken for lost may arrive after all. */
  @On('message.delivered')
  async forgetWhatIsUntoldWhenReminderArrives(ctx: TxCtx, { payload }: DomainEvent<'message.delivered'>): Promise<void> {
    await this.settle(ctx, payload.messageId);
  }

  /** That it failed may be heard of before that it left, so the row says what is true by now. */
  private async settle(ctx: TxCtx, messageId: string): Promise<void> {
    // The address was corrected before it was heard that this left.
    if (await this.corrected.isAstray(ctx, messageId)) return;
    const message = await this.states.lock(ctx, messageId);
    if (message?.kind !== 'reminder' || !message.appointmentId) return;
    const { id, status, appointmentId, appointmentVersion: version } = message;
    if (status === 'failed') await this.news.notToldBy(ctx, id, appointmentId);
    else if (version !== null && LEFT.includes(status)) await this.news.toldBy(ctx, id, { appointmentId, version });
    else if (version !== null && status === 'unknown') await this.news.perhapsToldBy(ctx, id, { appointmentId, version });
  }
}
