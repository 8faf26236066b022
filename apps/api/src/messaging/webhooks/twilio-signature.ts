import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { WebhookSignatureError } from '../messaging.errors.js';

/** Checks that a call comes from Twilio: its signature covers the address it was told to call, and every field. */
@Injectable()
export class TwilioSignature {
  constructor(private readonly config: Config) {}

  /** The address is built from PUBLIC_URL, never from a header that a caller chooses. @throws WebhookSignatureError */
  async check(path: string, query: Record<string, string>, form: unknown, signature: string | undefined): Promise<void> {
    const { twilio, publicUrl } = this.config;
    if (!twilio || !signature || !isForm(form)) throw new WebhookSignatureError();
    const search = new URLSearchParams(query).toString();
    const { default: client } = await import('twilio');
    const url = `${publicUrl}${path}${search ? `?${search}` : ''}`;
    if (!client.validateRequest(twilio.authToken, signature, url, form)) throw new WebhookSignatureError();
  }
}

/** Twilio sends texts alone; anything else never came from there. */
function isForm(form: unknown): form is Record<string, string> {
  return typeof form === 'object' && form !== null && Object.values(form).every((value) => typeof value === 'string');
}
