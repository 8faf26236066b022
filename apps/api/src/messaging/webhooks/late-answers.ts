import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Db, now, type TxCtx } from '../../platform/index.js';
import { PatientNews } from '../../scheduling/index.js';
import type { Message } from '../messages/message.entity.js';
import { MessageStates } from '../messages/message-states.js';
import type { DeliveryOutcome } from '../sending/delivery-outcome.js';
import { sayRefused } from '../sending/opt-outs.js';
import { SmsChannel } from '../sending/sms.channel.js';
import type { Answer } from './answer-texts.js';
import { Conversations } from './conversations.js';
import { replyCtx } from './live-appointments.js';

/** Where it surely did not leave. */
const TRIED_AGAIN_AFTER_MS = [500, 2_000];
/** Longer than it takes to try. */
const LEFT_OPEN = '10 minutes';

const SAID_STOP: DeliveryOutcome = { outcome: 'refused', code: 'opted_out', optedOut: true };

/** What became of an answer that is not, or not surely, in the answer to Twilio's call. What was not sent told nobody anything. */
@Injectable()
export class LateAnswers {
  private readonly logger = new Logger(LateAnswers.name);

  constructor(
    private readonly db: Db,
    private readonly sms: SmsChannel,
    private readonly states: MessageStates,
    private readonly news: PatientNews,
    private readonly conversations: Conversations,
  ) {}

  /**
   * Sends what is answered to the text with this id, and writes down what came of it. Whoever said stop meanwhile is not written to, but for the
   * answer to a stop or a start itself.
   */
  async send(answered: string, to: string, text: string, isOfTexting: boolean): Promise<void> {
    const mayLeave = isOfTexting || !(await this.conversations.optOut(to));
    let result = mayLeave ? await this.sms.send(to, text) : SAID_STOP;
    for (const pause of TRIED_AGAIN_AFTER_MS) {
      if (result.outcome !== 'retry') break;
      await sleep(pause, undefined, { ref: false });
      if (await this.conversations.optOut(to)) break;
      result = await this.sms.send(to, text);
    }
    if (result.outcome !== 'accepted')
      this.logger.warn({ outcome: result.outcome }, 'A text was taken late and its answer could not be sent');
    await this.settle(answered, 'queued', (ctx, message, reply) => this.sent(ctx, message, reply, result, to));
    if (result.outcome !== 'accepted') await this.db.definerFunction('unsay_offer', [answered]);
  }

  /** Twilio hung up before the answer to its call was written out. */
  async unheard(answered: string): Promise<void> {
    this.logger.warn({ sid: answered }, 'The provider hung up before it was answered');
    await this.settle(answered, 'sent', (ctx, message) => this.states.change(ctx, message, 'unknown', { reason: 'no_answer' }));
    await this.db.definerFunction('unsay_offer', [answered]);
  }

  /** Of those that were about to leave with a process that ended nobody knows more. */
  async closeLeftOpen(): Promise<void> {
    for (const { answered } of await this.db.definerFunction<{ answered: string }>('answers_left_open', [LEFT_OPEN]))
      await this.settle(answered, 'queued', (ctx, message) => this.states.change(ctx, message, 'unknown', { reason: 'worker_lost' }));
  }

  /** In each clinic that keeps a line of it, as long as nobody has said more of that. */
  private async settle(
    answered: string,
    status: Message['status'],
    how: (ctx: TxCtx, message: Message, reply: Answer) => Promise<void>,
  ): Promise<void> {
    type Kept = { clinicId: string; id: string; reply: Answer };
    for (const { clinicId, id, reply } of await this.db.definerFunction<Kept>('lines_of_answer', [answered]))
      await this.db.tx(replyCtx(clinicId), async (ctx) => {
        const message = await this.states.lock(ctx, id);
        if (message?.status === status) await how(ctx, message, reply);
      });
  }

  private async sent(ctx: TxCtx, message: Message, reply: Answer, result: DeliveryOutcome, to: string): Promise<void> {
    if (result.outcome === 'accepted') return this.states.change(ctx, message, 'sent');
    if (result.outcome === 'ambiguous') return this.states.change(ctx, message, 'unknown', { reason: result.code });
    const optedOut = result.outcome === 'refused' && result.optedOut;
    await this.states.change(ctx, message, optedOut ? 'opted_out' : 'failed', { reason: result.code });
    // Whoever said yes knew what they said it to, thanked or not.
    if (message.appointmentId && reply !== 'confirmed') await this.news.notToldBy(ctx, message.id, message.appointmentId);
    if (optedOut && result !== SAID_STOP) await sayRefused(ctx, to, message.queuedAt ?? now(ctx));
  }
}
