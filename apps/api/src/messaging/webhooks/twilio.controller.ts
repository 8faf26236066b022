import { Body, Controller, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { Public, RateLimit } from '../../platform/index.js';
import { InboundSms } from './inbound-sms.js';
import { StatusCallbacks } from './status-callbacks.js';
import { TwilioSignature } from './twilio-signature.js';

type Form = Record<string, string>;

/** What Twilio calls. Anybody may knock; only what carries Twilio's signature is let in. */
@Controller('webhooks/twilio')
@Public()
@RateLimit('none')
export class TwilioController {
  constructor(
    private readonly signature: TwilioSignature,
    private readonly callbacks: StatusCallbacks,
    private readonly inbound: InboundSms,
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
  async receive(@Headers('x-twilio-signature') signature: string | undefined, @Query() query: Form, @Body() form: Form): Promise<string> {
    await this.signature.check('/api/v1/webhooks/twilio/inbound', query, form, signature);
    const { From: from, Body: body = '', MessageSid: sid, NumMedia: files } = form;
    // Twilio's calls always have both.
    return twiml(from && sid ? await this.inbound.take({ from, body, sid, picture: Number(files) > 0 }) : undefined);
  }
}

function twiml(reply: string | undefined): string {
  const escaped = reply?.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${escaped ? `<Message>${escaped}</Message>` : ''}</Response>`;
}
