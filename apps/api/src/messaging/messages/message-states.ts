import type { MessageStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, newId, now, Outbox, type TxCtx } from '../../platform/index.js';
import type { HandOver } from '../sending/hand-over.js';
import { Message } from './message.entity.js';
import { MessageAttempt } from './message-attempt.entity.js';
import { afterReport, type Report } from './message-status.js';

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
  ) {}

  /** The row, locked until the transaction ends: workers, callbacks and staff take turns on it. */
  async lock(ctx: TxCtx, id: string): Promise<Message | undefined> {
    const message = await ctx.tx
      .getRepository(Message)
      .findOne({ where: { clinicId: ctx.clinicId, id }, lock: { mode: 'pessimistic_write' } });
    return message ?? undefined;
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
    await ctx.tx.getRepository(Message).update({ clinicId: ctx.clinicId, id: message.id }, update);
    const { id: messageId, patientId, appointmentId, channel, kind } = message;
    const ref = { messageId, patientId, appointmentId, channel, kind };
    if (firstLeft) await this.outbox.add(ctx, 'message.sent', { ...ref, timeVersion: message.timeVersion });
    if (firstDelivered) await this.outbox.add(ctx, 'message.delivered', ref);
    if (status === 'failed' && message.status !== 'failed')
      await this.outbox.add(ctx, 'message.failed', { ...ref, reason: fields.reason ?? 'unknown' });
    if (status === 'unknown' && message.status !== 'unknown') await this.outbox.add(ctx, 'message.unknown', ref);
    Object.assign(message, update);
  }

  /** A message that somebody waits for could not leave yet and is tried again. */
  async tellDelay(ctx: TxCtx, { id: messageId, patientId, appointmentId, channel, kind }: Message, reason: string): Promise<void> {
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
    await ctx.tx.getRepository(MessageAttempt).insert({
      clinicId: ctx.clinicId,
      id: newId(),
      messageId: message.id,
      number,
      startedAt: now(ctx),
      finishedAt: null,
      outcome: null,
      code: null,
    });
    await this.audit.add(ctx, { what: 'message', action: 'send', patientId: message.patientId, entityId: message.id });
  }

  async closeAttempt(ctx: TxCtx, message: Message, number: number, result: { outcome: HandOver['outcome']; code?: string }): Promise<void> {
    await ctx.tx
      .getRepository(MessageAttempt)
      .update(
        { clinicId: ctx.clinicId, messageId: message.id, number },
        { finishedAt: now(ctx), outcome: result.outcome, code: result.code ?? null },
      );
  }
}
