import { Body, Controller, Header, Headers, HttpCode, Logger, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, RateLimit } from '../../platform/index.js';
import { InboundSms } from './inbound-sms.js';
import { LateAnswers } from './late-answers.js';
import { StatusCallbacks } from './status-callbacks.js';
import { TwilioSignature } from './twilio-signature.js';

type Form = Record<string, string>;

/** What Twilio calls. Anybody may knock; only what carries Twilio's signature is let in. */
@Controller('webhooks/twilio')
@Public()
@RateLimit('none')
export class TwilioController {
  private readonly logger = new Logger(TwilioController.name);

  constructor(
    private readonly signature: TwilioSignature,
    private readonly callbacks: StatusCallbacks,
    private readonly inbound: InboundSms,
    private readonly answers: LateAnswers,
  ) {}

  @Post('status')
  @HttpCode(200)
  async status(@Headers('x-twilio-signature') signature: string | undefined, @Query() query: Form, @Body() form: Form): Promise<void> {
    await this.signature.check('/api/v1/webhooks/twilio/status', query, form, signature);
    await this.callbacks.take(query, form);
  }

  /** Answers in TwiML, as Twilio wants it. */
  @Post('inbound')
  @HttpCode(200)
  @Header('content-type', 'text/xml; charset=utf-8')
  async receive(
    @Headers('x-twilio-signature') signature: string | undefined,
    @Query() query: Form,
    @Body() form: Form,
    @Res({ passthrough: true }) { raw }: FastifyReply,
  ): Promise<string> {
    const written = new Promise<boolean>((resolve) => raw.once('close', () => resolve(raw.writableFinished)));
    await this.signature.check('/api/v1/webhooks/twilio/inbound', query, form, signature);
    const { From: from, Body: body = '', MessageSid: sid, NumMedia: files } = form;
    // Twilio's calls always have both.
    const answer = from && sid ? await this.inbound.take({ from, body, sid, picture: Number(files) > 0 }) : undefined;
    if (answer !== undefined && sid) void written.then((whole) => (whole ? undefined : this.unheard(sid)));
    return twiml(answer);
  }

  private async unheard(sid: string): Promise<void> {
    await this.answers.unheard(sid).catch((error: unknown) => {
      this.logger.error({ sid, error: error instanceof Error ? error.name : 'unknown' }, 'An answer that was not heard is taken for sent');
    });
  }
}

function twiml(reply: string | undefined): string {
  const escaped = reply?.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${escaped ? `<Message>${escaped}</Message>` : ''}</Response>`;
}
