import type { MessageStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, changeRow, lockedRow, newId, now, Outbox, sent, type TxCtx } from '../../platform/index.js';
import type { DeliveryOutcome } from '../sending/delivery-outcome.js';
import { MessageKinds } from '../kinds/message-kinds.js';
import { Message } from './message.entity.js';
import { afterReport, type Report } from './message-status.js';
import { isSeenByClinic } from './seen-by-clinic.js';

type Change = Partial<
  Pick<
    Message,
    | 'reason'
    | 'nextAt'
    | 'attempts'
    | 'queuedAt'
    | 'providerId'
    | 'content'
    | 'recipientHash'
    | 'appointmentVersion'
    | 'dueAt'
    | 'handledAt'
  >
>;

/** The one writer of a message's state: row, version and event together. */
@Injectable()
export class MessageStates {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly kinds: MessageKinds,
  ) {}

  /** The row, locked until the transaction ends: workers, callbacks and staff take turns on it. */
  lock(ctx: TxCtx, id: string): Promise<Message | undefined> {
    return lockedRow(ctx, Message, id);
  }

  async change(ctx: TxCtx, message: Message, status: MessageStatus, fields: Change = {}): Promise<void> {
    const at = now(ctx);
    const left = status === 'sent' || status === 'delivered';
    const firstLeft = left && message.sentAt === null;
    const firstDelivered = status === 'delivered' && message.deliveredAt === null;
    const update = {
      nextAt: null,
      ...fields,
      status,
      ...(firstLeft && { sentAt: at }),
      ...(firstDelivered && { deliveredAt: at }),
      version: message.version + 1,
      updatedAt: at,
    };
    changeRow(ctx, Message, message.id, update);
    if (await isSeenByClinic(this.kinds, ctx, message))
      await this.tellChange(ctx, message, status, { firstLeft, firstDelivered, reason: fields.reason });
    Object.assign(message, update);
  }

  private async tellChange(
    ctx: TxCtx,
    message: Message,
    status: MessageStatus,
    { firstLeft, firstDelivered, reason }: { firstLeft: boolean; firstDelivered: boolean; reason: string | null | undefined },
  ): Promise<void> {
    const { id: messageId, patientId, appointmentId, channel, kind } = message;
    const ref = { messageId, patientId, appointmentId, channel, kind };
    // An answer reminds nobody, and of one that leaves at once this is not said either.
    if (firstLeft && this.kinds.isQueued(kind)) await this.outbox.add(ctx, 'message.sent', { ...ref, timeVersion: message.timeVersion });
    if (firstDelivered) await this.outbox.add(ctx, 'message.delivered', ref);
    if (status === 'failed' && message.status !== 'failed')
      await this.outbox.add(ctx, 'message.failed', { ...ref, reason: reason ?? 'unknown' });
    if (status === 'unknown' && message.status !== 'unknown') await this.outbox.add(ctx, 'message.unknown', ref);
  }

  /** A message that somebody waits for could not leave yet and is tried again. */
  async tellDelay(ctx: TxCtx, message: Message, reason: string): Promise<void> {
    if (!(await isSeenByClinic(this.kinds, ctx, message))) return;
    const { id: messageId, patientId, appointmentId, channel, kind } = message;
    await this.outbox.add(ctx, 'message.delayed', { messageId, patientId, appointmentId, channel, kind, reason });
  }

  /** Takes in what a provider reports, however late, often or out of order; true where it told something new. */
  async report(ctx: TxCtx, message: Message, report: Report, about: { providerId?: string; code?: string | undefined }): Promise<boolean> {
    // One that was given up as not sent and waits to go again has left after all, if its provider says so.
    const from = message.status === 'scheduled' && message.attempts > 0 ? 'queued' : message.status;
    const status = afterReport(from, report);
    if (!status) return false;
    await this.change(ctx, message, status, {
      providerId: message.providerId ?? about.providerId ?? null,
      reason: status === 'failed' ? (about.code ?? 'not_delivered') : null,
    });
    return true;
  }

  async openAttempt(ctx: TxCtx, message: Message, number: number): Promise<void> {
    sent(ctx, 'INSERT INTO message_attempt (clinic_id, id, message_id, number, started_at) VALUES ($1, $2, $3, $4, $5)', [
      ctx.clinicId,
      newId(),
      message.id,
      number,
      now(ctx),
    ]);
    if (!(await isSeenByClinic(this.kinds, ctx, message))) return;
    await this.audit.add(ctx, { what: 'message', action: 'send', patientId: message.patientId, entityId: message.id });
  }

  closeAttempt(ctx: TxCtx, message: Message, number: number, result: { outcome: DeliveryOutcome['outcome']; code?: string }): void {
    sent(
      ctx,
      'UPDATE message_attempt SET finished_at = $4, outcome = $5, code = $6 WHERE clinic_id = $1 AND message_id = $2 AND number = $3',
      [ctx.clinicId, message.id, number, now(ctx), result.outcome, result.code ?? null],
    );
  }
}
