import { Injectable } from '@nestjs/common';
import { afterAsking, askAgainAfterMs, Config, Crypto, type Ctx, Db, type Finding, now } from '../../platform/index.js';
import { contentOf } from '../messages/content-of.js';
import type { Message } from '../messages/message.entity.js';
import { MessageStates } from '../messages/message-states.js';
import { twilioReport } from '../messages/message-status.js';
import type { Content } from '../templates/render.js';
import { type SentSms, SmsChannel } from './sms.channel.js';

/**
 * An SMS was handed over and nobody knows what came of it: its worker died, or the call was not answered. Each text is unlike
 * any other by its link, so Twilio's list of what it took for that number tells. Not found counts only once the list had time
 * to settle; then the message goes back to be decided anew.
 */
@Injectable()
export class UnansweredSms {
  constructor(
    private readonly sms: SmsChannel,
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly states: MessageStates,
    private readonly config: Config,
  ) {}

  async lookInto(ctx: Ctx, id: string): Promise<void> {
    const seen = await this.db.tx(ctx, (ctx) => this.states.lock(ctx, id));
    if (seen?.status !== 'queued' || !seen.content || !seen.queuedAt) return;
    const content = JSON.parse(await this.crypto.open(ctx, contentOf(seen), seen.content)) as Content;
    // Asked before the clock is read: what is not in a list that was read later than the deadline was not taken.
    const askedAt = now(ctx);
    const found: Finding<SentSms> = await this.sms.find(content.to, content.text, seen.queuedAt).then(
      (known) => (known ? { known } : 'not_there'),
      () => 'unreadable',
    );
    await this.db.tx(ctx, async (ctx) => {
      const message = await this.states.lock(ctx, id);
      if (message?.status !== 'queued' || message.attempts !== seen.attempts) return;
      const age = askedAt.getTime() - seen.queuedAt!.getTime();
      const next = afterAsking(found, age, this.config.messaging.settleMs);
      if (typeof next === 'object') {
        const { sid, status } = next.known;
        this.states.closeAttempt(ctx, message, message.attempts, { outcome: 'accepted', code: 'found_in_list' });
        await this.states.report(ctx, message, 'sent', { providerId: sid });
        const report = twilioReport(status);
        if (report) await this.states.report(ctx, message, report, { providerId: sid });
      } else if (next === 'not_there') {
        this.states.closeAttempt(ctx, message, message.attempts, { outcome: 'retry', code: 'not_in_list' });
        await this.states.change(ctx, message, 'scheduled', { reason: 'not_in_list', nextAt: now(ctx) });
      } else if (next === 'give_up') {
        this.states.closeAttempt(ctx, message, message.attempts, { outcome: 'ambiguous', code: 'list_unreadable' });
        await this.states.change(ctx, message, 'unknown', { reason: 'list_unreadable' });
      } else {
        await this.lookAgainLater(ctx.tx, message, age);
      }
    });
  }

  /** Ever less often, and not a state that anybody needs to hear of. */
  private async lookAgainLater(
    tx: { query(sql: string, params: unknown[]): Promise<unknown> },
    message: Message,
    ageMs: number,
  ): Promise<void> {
    const waitMs = askAgainAfterMs(ageMs, this.config.messaging.settleMs);
    await tx.query('UPDATE message SET next_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1', [message.id, waitMs / 1000]);
  }
}
