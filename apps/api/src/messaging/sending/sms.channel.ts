import { Injectable } from '@nestjs/common';
import type { Twilio } from 'twilio';
import { Config, OutboundHttp, type TwilioConfig } from '../../platform/index.js';
import { type DeliveryOutcome, smsOutcome } from './delivery-outcome.js';
import { twilioHttp } from './twilio-http.js';

/** A message as Twilio has it. */
export interface SentSms {
  sid: string;
  status: string;
  body: string;
}

/** A text that a phone sent to us. */
export interface ReceivedSms {
  sid: string;
  from: string;
  body: string;
  at: Date;
  /** True where a picture or another file came with it. */
  picture: boolean;
}

const CLOCK_DRIFT_MS = 5 * 60_000;
const AT_MOST = 1000;

/** SMS by Twilio's API: the sandbox's or Twilio's own, by `TWILIO_API_URL` alone. */
@Injectable()
export class SmsChannel {
  private client: Promise<Twilio> | undefined;

  constructor(
    private readonly config: Config,
    private readonly outbound: OutboundHttp,
  ) {}

  get configured(): boolean {
    return this.config.twilio !== undefined;
  }

  async send(to: string, body: string, statusCallback?: string): Promise<DeliveryOutcome> {
    try {
      const client = await this.connect();
      const sent = await client.messages.create({ to, from: this.account().from, body, ...(statusCallback && { statusCallback }) });
      return { outcome: 'accepted', providerId: sent.sid };
    } catch (error) {
      return smsOutcome(error);
    }
  }

  /**
   * What Twilio has taken with this very text for this number since `since`, or undefined. `DateSent` cannot filter here: a
   * message that still waits at Twilio has none. @throws where the list cannot be read, which answers nothing.
   */
  async find(to: string, body: string, since: Date): Promise<SentSms | undefined> {
    const client = await this.connect();
    const oldest = since.getTime() - CLOCK_DRIFT_MS;
    let found: SentSms | undefined;
    // The type says void, but what comes back is the promise of the last page.
    // oxlint-disable-next-line typescript/await-thenable
    await client.messages.each({ to, from: this.account().from, pageSize: 50, limit: AT_MOST }, (sms, done) => {
      // The list is newest first: past our own time, nothing of ours can follow.
      if (sms.dateCreated.getTime() < oldest) return done();
      if (sms.body !== body || !sms.direction.startsWith('outbound')) return;
      found = { sid: sms.sid, status: sms.status, body: sms.body };
      done();
    });
    return found;
  }

  /** What phones have sent to our number since then, the oldest first. @throws where the list cannot be read */
  async received(since: Date): Promise<ReceivedSms[]> {
    const client = await this.connect();
    const oldest = new Date(since.getTime() - CLOCK_DRIFT_MS);
    const found: ReceivedSms[] = [];
    // oxlint-disable-next-line typescript/await-thenable
    await client.messages.each({ to: this.account().from, dateSentAfter: oldest, pageSize: 200 }, (sms, done) => {
      if (sms.dateCreated.getTime() < oldest.getTime()) return done();
      if (sms.direction === 'inbound')
        found.push({ sid: sms.sid, from: sms.from, body: sms.body, at: sms.dateCreated, picture: Number(sms.numMedia) > 0 });
    });
    return found.reverse();
  }

  private account(): TwilioConfig {
    if (!this.config.twilio) throw new Error('TWILIO_ACCOUNT_SID is not set');
    return this.config.twilio;
  }

  /** Loaded on first use: the package takes a while, and an API without workers never needs it. */
  private connect(): Promise<Twilio> {
    this.client ??= import('twilio').then(({ default: twilio }) => {
      const { accountSid, authToken, apiUrl } = this.account();
      const httpClient = twilioHttp(this.outbound, apiUrl, this.config.messaging.providerTimeoutMs);
      const client = twilio(accountSid, authToken, { httpClient });
      client.api.baseUrl = apiUrl;
      return client;
    });
    return this.client;
  }
}
