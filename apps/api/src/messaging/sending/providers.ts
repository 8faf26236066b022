import { Injectable } from '@nestjs/common';
import { Config, type Ctx } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import type { Content } from '../templates/render.js';
import { EmailChannel } from './email.channel.js';
import { type DeliveryOutcome, type StillHolds, WITHHELD } from './delivery-outcome.js';
import { SmsChannel } from './sms.channel.js';

interface Leaving {
  message: Pick<Message, 'id' | 'channel' | 'appointmentId'>;
  number: number;
  content: Content;
}

/** Hands a text to whoever delivers its channel. */
@Injectable()
export class Providers {
  constructor(
    private readonly email: EmailChannel,
    private readonly sms: SmsChannel,
    private readonly config: Config,
  ) {}

  /** `stillHolds` is asked as late as the channel can. */
  async handOver(ctx: Ctx, { message, number, content }: Leaving, stillHolds: StillHolds): Promise<DeliveryOutcome> {
    if (message.channel === 'email') return this.email.send(message.id, content, stillHolds);
    // A look that fails is no yes.
    if (!(await stillHolds().catch(() => false))) return WITHHELD;
    return this.sms.send(content.to, content.text, this.statusCallback(ctx, message.id, number));
  }

  /** Where Twilio reports on an attempt: by configuration alone, with ids and nothing else. Its signature covers all of it. */
  private statusCallback({ clinicId }: Ctx, messageId: string, number: number): string {
    return `${this.config.publicUrl}/api/v1/webhooks/twilio/status?clinic=${clinicId}&message=${messageId}&attempt=${number}`;
  }
}
