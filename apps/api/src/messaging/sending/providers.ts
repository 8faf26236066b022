import { Injectable } from '@nestjs/common';
import { Config, type Ctx } from '../../platform/index.js';
import type { Message } from '../messages/message.entity.js';
import type { Content } from '../templates/render.js';
import { EmailChannel } from './email.channel.js';
import type { HandOver } from './hand-over.js';
import { SmsChannel } from './sms.channel.js';

/** Hands a text to whoever delivers its channel. */
@Injectable()
export class Providers {
  constructor(
    private readonly email: EmailChannel,
    private readonly sms: SmsChannel,
    private readonly config: Config,
  ) {}

  async handOver(ctx: Ctx, message: Pick<Message, 'id' | 'channel'>, number: number, content: Content): Promise<HandOver> {
    if (message.channel === 'email') return this.email.send(message.id, content);
    return this.sms.send(content.to, content.text, this.statusCallback(ctx, message.id, number));
  }

  /** Where Twilio reports on an attempt: by configuration alone, with ids and nothing else. Its signature covers all of it. */
  private statusCallback({ clinicId }: Ctx, messageId: string, number: number): string {
    return `${this.config.publicUrl}/api/v1/webhooks/twilio/status?clinic=${clinicId}&message=${messageId}&attempt=${number}`;
  }
}
