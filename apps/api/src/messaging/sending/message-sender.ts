import type { MessageStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { attempted, Config, Db, firstAskAfterMs, isUnopenable, now, systemCtx, type TxCtx, WORKER_LOST } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import { MessageStates } from '../messages/message-states.js';
import type { Content } from '../templates/render.js';
import { type DeliveryOutcome, retryDelayMs, WITHHELD } from './delivery-outcome.js';
import { isOurHold } from './holds.js';
import { sayRefused } from './opt-outs.js';
import { Preparation } from './preparation.js';
import { isStaffMail } from './pools.js';
import { Providers } from './providers.js';
import { Turns } from './turns.js';
import { UnansweredSms } from './unanswered-sms.js';

const DATABASE_TURNS = 4;

interface Open {
  message: Message;
  number: number;
  content: Content;
}

/**
 * Sends one message. The attempt is committed before the provider hears of it, so whatever dies afterwards leaves a `queued`
 * row that is looked into and never simply sent again:
 *
 *     scheduled → (decide, write the text, commit) queued → provider → sent | failed | scheduled again | unknown
 */
@Injectable()
export class MessageSender {
  /** However many wait for providers, only so many hold a connection of the pool that the rest of the house lives on. */
  private readonly turns = new Turns(DATABASE_TURNS);

  constructor(
    private readonly db: Db,
    private readonly states: MessageStates,
    private readonly preparation: Preparation,
    private readonly providers: Providers,
    private readonly unanswered: UnansweredSms,
    private readonly config: Config,
  ) {}

  /** Does what the row needs now; nothing where it needs nothing, so a job may come twice or too late. */
  async work(clinicId: string, id: string, nextAt: number): Promise<void> {
    const ctx = systemCtx(clinicId, 'message_sender');
    let unanswered = false;
    await attempted<Open, DeliveryOutcome, void>({
      leaseMs: this.config.messaging.leaseMs,
      inTurn: (work) => this.turns.take(work),
      begin: async () => {
        const step = await this.db.tx(ctx, (ctx) => this.begin(ctx, id, nextAt));
        unanswered = step === 'unanswered';
        return step === 'unanswered' ? undefined : step;
      },
      call: (open) => this.providers.handOver(ctx, open, () => this.preparation.stillHolds(ctx, open.message, open.content)),
      close: (open, result) => this.db.tx(ctx, (ctx) => this.finish(ctx, open, result)),
    });
    if (unanswered) await this.unanswered.lookInto(ctx, id);
  }

  /** Puts off a message that cannot be prepared at all, so that it does not come back every second. */
  async postpone(clinicId: string, id: string): Promise<void> {
    await this.db.tx(systemCtx(clinicId, 'message_sender'), async (ctx) => {
      await ctx.tx.query("UPDATE message SET next_at = clock_timestamp() + interval '1 minute' WHERE id = $1 AND next_at IS NOT NULL", [
        id,
      ]);
    });
  }

  private async begin(ctx: TxCtx, id: string, nextAt: number): Promise<Open | 'unanswered' | undefined> {
    this.preparation.keepRules(ctx);
    const message = await this.states.lock(ctx, id);
    // The database said that this time has come, and no other clock is asked.
    if (message?.nextAt?.getTime() !== nextAt) return undefined;
    if (message.status === 'queued') return this.beginRecovery(ctx, message);
    const ready = await this.preparation.prepare(ctx, message).catch(unreadable);
    if (!('content' in ready)) return this.keepBack(ctx, message, ready);
    const spent = await this.preparation.countOut(ctx, message, ready);
    if (spent) return this.keepBack(ctx, message, spent);
    const number = message.attempts + 1;
    await this.states.openAttempt(ctx, message, number);
    await this.states.change(ctx, message, 'queued', {
      reason: null,
      attempts: number,
      queuedAt: now(ctx),
      nextAt: new Date(now(ctx).getTime() + this.config.messaging.leaseMs),
      content: ready.sealed,
      recipientHash: ready.recipientHash,
      appointmentVersion: ready.appointmentVersion,
    });
    return { message, number, content: ready.content };
  }

  /** It does not go, or not now. */
  private async keepBack(
    ctx: TxCtx,
    message: Message,
    why: { status: MessageStatus; reason: string | null; nextAt?: Date | null },
  ): Promise<undefined> {
    // Screens that show what is to be done hear of it now, not with the next message that moves.
    if (message.patientId !== null && isOurHold(why.reason) && why.reason !== message.reason)
      await this.states.tellDelay(ctx, message, why.reason);
    await this.states.change(ctx, message, why.status, { reason: why.reason, nextAt: why.nextAt ?? null });
  }

  /** A worker died, or an SMS was not answered. Twilio can be asked about an SMS; about a mail there is nobody to ask. */
  private async beginRecovery(ctx: TxCtx, message: Message): Promise<'unanswered' | undefined> {
    if (message.channel === 'sms') return 'unanswered';
    this.states.closeAttempt(ctx, message, message.attempts, WORKER_LOST);
    await this.states.change(ctx, message, 'unknown', { reason: WORKER_LOST.code });
    return undefined;
  }

  private async finish(ctx: TxCtx, { message: { id }, number, content }: Open, result: DeliveryOutcome): Promise<void> {
    const message = await this.states.lock(ctx, id);
    if (!message || message.attempts !== number) return;
    this.states.closeAttempt(ctx, message, number, { outcome: result.outcome, ...('code' in result && { code: result.code }) });
    if (result.outcome === 'accepted') {
      const told = await this.states.report(ctx, message, 'sent', { providerId: result.providerId });
      if (!told && !message.providerId)
        await this.states.change(ctx, message, message.status, { providerId: result.providerId, reason: message.reason });
      return;
    }
    // A callback was quicker than the answer, and knows better.
    if (message.status !== 'queued') return;
    if (result.outcome === 'ambiguous') return this.leaveOpen(ctx, message, result.code);
    if (result.outcome === 'refused') {
      if (result.optedOut) await sayRefused(ctx, content.to, message.queuedAt ?? now(ctx));
      return this.states.change(ctx, message, result.optedOut ? 'opted_out' : 'failed', { reason: result.code });
    }
    // Decided anew at once: what it was about has changed.
    const delay = result === WITHHELD ? 0 : retryDelayMs(number, this.config.messaging.retryMs, isStaffMail(message));
    if (delay === undefined) return this.states.change(ctx, message, 'failed', { reason: result.code });
    // A reminder has days; somebody waits for this one now, so that its first failure is work already.
    if (isStaffMail(message) && result !== WITHHELD) await this.states.tellDelay(ctx, message, result.code);
    await this.states.change(ctx, message, 'scheduled', { reason: result.code, nextAt: new Date(now(ctx).getTime() + delay) });
  }

  private async leaveOpen(ctx: TxCtx, message: Message, code: string): Promise<void> {
    if (message.channel === 'email') return this.states.change(ctx, message, 'unknown', { reason: code });
    const soon = new Date(now(ctx).getTime() + firstAskAfterMs(this.config.messaging.settleMs));
    await this.states.change(ctx, message, 'queued', { reason: code, nextAt: soon });
  }
}

/** Nothing can be written to a patient for whom nothing is sealed any more. Put off, it would be told to nobody until it is too late. */
function unreadable(error: unknown): { status: 'failed'; reason: string } {
  if (!isUnopenable(error)) throw error;
  return { status: 'failed', reason: 'records_unreadable' };
}
