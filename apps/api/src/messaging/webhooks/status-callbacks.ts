import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Db, now, systemCtx } from '../../platform/index.js';
import { MessageStates } from '../messages/message-states.js';
import { twilioReport } from '../messages/message-status.js';
import { sayRefused } from '../sending/opt-outs.js';

/** The phone told the carrier, and the carrier alone. */
const OPTED_OUT = '21610';

/** Twilio's reports on what it took. They come late, twice and out of order; a report that tells nothing new changes nothing. */
@Injectable()
export class StatusCallbacks {
  constructor(
    private readonly db: Db,
    private readonly states: MessageStates,
  ) {}

  /** `query` is what we put into the address ourselves, and Twilio signed. */
  async take(query: Record<string, string>, form: Record<string, string>): Promise<void> {
    const report = twilioReport(form['MessageStatus'] ?? '');
    const { clinic, message: id } = query;
    if (!report || !isUUID(clinic) || !isUUID(id) || !clinic || !id) return;
    await this.db.tx(systemCtx(clinic, 'twilio_callback'), async (ctx) => {
      const message = await this.states.lock(ctx, id);
      if (!message) return;
      const sid = form['MessageSid'];
      const code = form['ErrorCode'];
      // That an earlier attempt failed says nothing of the one that followed it, or is about to.
      const attempt = Number(query['attempt'] ?? message.attempts);
      if (report === 'failed' && (attempt < message.attempts || message.status === 'scheduled')) return;
      const told = await this.states.report(ctx, message, report, {
        ...(sid && { providerId: sid }),
        code: code && /^\d+$/.test(code) ? `twilio_${code}` : undefined,
      });
      if (told && code === OPTED_OUT && form['To']) await sayRefused(ctx, form['To'], message.queuedAt ?? now(ctx));
    });
  }
}
