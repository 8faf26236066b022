import { Journal } from './journal.ts';

/** Twilio's own words for where a message is. */
export type SmsStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';
export const FINAL_STATUSES: readonly SmsStatus[] = ['delivered', 'undelivered', 'failed', 'received'];

export interface Sms {
  sid: string;
  direction: 'outbound-api' | 'outbound-reply' | 'inbound';
  from: string;
  to: string;
  body: string;
  status: SmsStatus;
  errorCode: number | null;
  /** RFC 3339. */
  createdAt: string;
  sentAt: string | null;
  updatedAt: string;
  statusCallback: string | null;
}

export interface Mail {
  id: string;
  /** The envelope: who the server was told to deliver to, whatever the headers say. */
  recipients: string[];
  from: string;
  /** Where an answer goes, if not to `from`; not there in what an older sandbox kept. */
  replyTo?: string | null;
  subject: string;
  text: string;
  html: string | null;
  messageId: string | null;
  /** By their names in small letters, as they came; not there in what an older sandbox kept. */
  headers?: Record<string, string>;
  receivedAt: string;
  /** Later than `receivedAt` where the sandbox was told to deliver late; until then no mailbox shows it. */
  visibleAt: string;
}

type Entry =
  | { kind: 'sms'; sms: Sms }
  | { kind: 'status'; sid: string; status: SmsStatus; errorCode: number | null; at: string }
  | { kind: 'mail'; mail: Mail }
  | { kind: 'opt'; number: string; from: string; out: boolean }
  | { kind: 'clear' };

/** What the sandbox has received: kept in memory for reading, in a journal for the next start. */
export class Store {
  readonly sms = new Map<string, Sms>();
  readonly mails = new Map<string, Mail>();
  readonly #optedOut = new Set<string>();
  readonly #journal: Journal<Entry>;
  /** Counts changes, so that a page knows when to draw again. */
  revision = 0;

  constructor(path: string) {
    this.#journal = new Journal<Entry>(path);
    for (const entry of this.#journal.entries) this.#apply(entry);
  }

  addSms(sms: Sms): void {
    this.#write({ kind: 'sms', sms });
  }

  setStatus(sid: string, status: SmsStatus, errorCode: number | null): void {
    this.#write({ kind: 'status', sid, status, errorCode, at: new Date().toISOString() });
  }

  addMail(mail: Mail): void {
    this.#write({ kind: 'mail', mail });
  }

  /** Twilio keeps opt-outs per pair of numbers. */
  setOptOut(number: string, from: string, out: boolean): void {
    this.#write({ kind: 'opt', number, from, out });
  }

  isOptedOut(number: string, from: string): boolean {
    return this.#optedOut.has(`${number} ${from}`);
  }

  clear(): void {
    this.#write({ kind: 'clear' });
  }

  close(): void {
    this.#journal.close();
  }

  #write(entry: Entry): void {
    this.#journal.append(entry);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    this.revision++;
    if (entry.kind === 'sms') this.sms.set(entry.sms.sid, entry.sms);
    else if (entry.kind === 'mail') this.mails.set(entry.mail.id, entry.mail);
    else if (entry.kind === 'opt') {
      const pair = `${entry.number} ${entry.from}`;
      if (entry.out) this.#optedOut.add(pair);
      else this.#optedOut.delete(pair);
    } else if (entry.kind === 'status') {
      const sms = this.sms.get(entry.sid);
      if (sms) {
        const sentAt = sms.sentAt ?? (entry.status === 'queued' ? null : entry.at);
        this.sms.set(sms.sid, { ...sms, status: entry.status, errorCode: entry.errorCode, updatedAt: entry.at, sentAt });
      }
    } else {
      this.sms.clear();
      this.mails.clear();
      this.#optedOut.clear();
    }
  }
}
