import { randomBytes } from 'node:crypto';
import type { Callback, Callbacks } from '../shell/callbacks.ts';
import type { SmsFaults } from './faults.ts';
import { FINAL_STATUSES, type Messages, type Sms, type SmsStatus } from './messages.ts';
import { segments } from './segments.ts';
import { twilioSignature } from './signature.ts';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
}
export interface CarrierOptions {
  stepMs: number;
  inboundUrl: string | null;
}
interface CarrierParts {
  messages: Messages;
  faults: SmsFaults;
  callbacks: Callbacks;
}

const UNREACHABLE_DESTINATION = 30003;
// Twilio's default words for leaving and coming back (https://help.twilio.com/articles/223134027).
const STOP_WORDS = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'];
const START_WORDS = ['START', 'YES', 'UNSTOP'];

const newSid = () => `SM${randomBytes(16).toString('hex')}`;

/** The network behind Twilio: moves messages along, posts what happened, and brings in what a phone sends. */
export class Carrier {
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;
  readonly #messages: Messages;
  readonly #faults: SmsFaults;
  readonly #callbacks: Callbacks;
  readonly #account: TwilioAccount;
  readonly #stepMs: number;
  /** Where texts from phones are posted: the "A message comes in" address of a Twilio number. */
  inboundUrl: string | null;

  constructor({ messages, faults, callbacks }: CarrierParts, account: TwilioAccount, options: CarrierOptions) {
    this.#messages = messages;
    this.#faults = faults;
    this.#callbacks = callbacks;
    this.#account = account;
    this.#stepMs = options.stepMs;
    this.inboundUrl = options.inboundUrl;
  }

  /** What was on its way when the sandbox was stopped goes on from there. */
  start(): void {
    for (const sms of this.#messages.all.values()) if (!FINAL_STATUSES.includes(sms.status)) this.#advance(sms.sid, 0);
  }

  /** Keeps a message that the application sends, and sets it on its way. */
  accept(draft: Pick<Sms, 'direction' | 'from' | 'to' | 'body' | 'statusCallback'>): Sms {
    const at = new Date().toISOString();
    const sms: Sms = { ...draft, sid: newSid(), status: 'queued', errorCode: null, createdAt: at, sentAt: null, updatedAt: at };
    this.#messages.add(sms);
    void this.report(sms.sid, 'queued');
    this.#advance(sms.sid, this.#faults.take('sms', 'deliver_late', sms.to)?.ms ?? 0);
    return sms;
  }

  /** A phone sends a text: kept, posted to the application, and its TwiML answer sent back. */
  async receive(from: string, to: string, body: string): Promise<Sms> {
    const at = new Date().toISOString();
    const sms: Sms = {
      sid: newSid(),
      direction: 'inbound',
      from,
      to,
      body,
      status: 'received',
      errorCode: null,
      createdAt: at,
      sentAt: at,
      updatedAt: at,
      statusCallback: null,
    };
    const word = body.trim().toUpperCase();
    if (STOP_WORDS.includes(word)) this.#messages.setOptOut(from, to, true);
    if (START_WORDS.includes(word)) this.#messages.setOptOut(from, to, false);
    this.#messages.add(sms);
    const answer = this.inboundUrl ? (await this.#post(this.inboundUrl, 'received', this.#inboundFields(sms))).answer : '';
    for (const reply of twimlMessages(answer)) {
      if (this.#messages.isOptedOut(from, to)) continue;
      this.accept({ direction: 'outbound-reply', from: to, to: from, body: reply, statusCallback: null });
    }
    return sms;
  }

  /** Posts a status of a message, as often and in whatever order it is called: Twilio promises neither once nor in order. */
  async report(sid: string, status: SmsStatus): Promise<Callback | undefined> {
    const sms = this.#messages.all.get(sid);
    if (!sms?.statusCallback) return undefined;
    const fields: Record<string, string> = {
      AccountSid: this.#account.accountSid,
      ApiVersion: '2010-04-01',
      From: sms.from,
      To: sms.to,
      MessageSid: sid,
      MessageStatus: status,
      SmsSid: sid,
      SmsStatus: status,
    };
    if (status === 'undelivered' || status === 'failed') fields['ErrorCode'] = String(sms.errorCode ?? UNREACHABLE_DESTINATION);
    return (await this.#post(sms.statusCallback, status, fields)).callback;
  }

  /** Moves nothing along any more; what is accepted while the sandbox closes goes on after its next start. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #advance(sid: string, lateMs: number): void {
    this.#later(this.#stepMs, () => this.#become(sid, 'sent'));
    this.#later(this.#stepMs * 2 + lateMs, () => {
      const to = this.#messages.all.get(sid)?.to ?? '';
      const lost = this.#faults.take('sms', 'undeliverable', to);
      if (lost) this.#become(sid, 'undelivered', lost.code ?? UNREACHABLE_DESTINATION);
      else this.#become(sid, 'delivered');
    });
  }

  #become(sid: string, status: SmsStatus, errorCode: number | null = null): void {
    const sms = this.#messages.all.get(sid);
    if (!sms || sms.status === status || FINAL_STATUSES.includes(sms.status)) return;
    this.#messages.setStatus(sid, status, errorCode);
    void this.report(sid, status);
  }

  #inboundFields(sms: Sms): Record<string, string> {
    return {
      AccountSid: this.#account.accountSid,
      ApiVersion: '2010-04-01',
      Body: sms.body,
      From: sms.from,
      To: sms.to,
      MessageSid: sms.sid,
      SmsMessageSid: sms.sid,
      SmsSid: sms.sid,
      SmsStatus: 'received',
      NumMedia: '0',
      NumSegments: String(segments(sms.body)),
    };
  }

  #post(url: string, what: SmsStatus, fields: Record<string, string>) {
    const headers = { 'x-twilio-signature': twilioSignature(this.#account.authToken, url, fields) };
    return this.#callbacks.post(url, { what, fields, body: new URLSearchParams(fields), headers });
  }

  #later(ms: number, act: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of `<Message>` elements in a TwiML answer. */
export function twimlMessages(twiml: string): string[] {
  return [...twiml.matchAll(/<Message[^>]*>([\s\S]*?)<\/Message>/g)].map(([, content = '']) =>
    content
      .replace(/<\/?Body>/g, '')
      .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
      .trim(),
  );
}
