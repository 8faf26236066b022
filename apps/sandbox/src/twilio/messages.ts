import type { Appliers, JournalOf } from '../shell/journal.ts';

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

type StatusEntry = { kind: 'status'; sid: string; status: SmsStatus; errorCode: number | null; at: string };
type MessageEntry = { kind: 'sms'; sms: Sms } | StatusEntry | { kind: 'opt'; number: string; from: string; out: boolean };

/** The messages and opt-outs that Twilio keeps. */
export class Messages {
  /** In the order of arrival. */
  readonly all = new Map<string, Sms>();
  readonly #optedOut = new Set<string>();
  readonly #journal: JournalOf<MessageEntry>;
  readonly entries: Appliers<MessageEntry> = {
    sms: ({ sms }) => void this.all.set(sms.sid, sms),
    status: (entry) => this.#become(entry),
    opt: ({ number, from, out }) => void (out ? this.#optedOut.add(`${number} ${from}`) : this.#optedOut.delete(`${number} ${from}`)),
  };

  constructor(journal: JournalOf<MessageEntry>) {
    this.#journal = journal;
  }

  /** Oldest first. */
  list(to: string | null = null): Sms[] {
    return [...this.all.values()].filter((sms) => to === null || sms.to === to);
  }

  add(sms: Sms): void {
    this.#journal.write({ kind: 'sms', sms });
  }

  setStatus(sid: string, status: SmsStatus, errorCode: number | null): void {
    this.#journal.write({ kind: 'status', sid, status, errorCode, at: new Date().toISOString() });
  }

  /** Twilio keeps opt-outs per pair of numbers. */
  setOptOut(number: string, from: string, out: boolean): void {
    this.#journal.write({ kind: 'opt', number, from, out });
  }

  isOptedOut(number: string, from: string): boolean {
    return this.#optedOut.has(`${number} ${from}`);
  }

  clear(): void {
    this.all.clear();
    this.#optedOut.clear();
  }

  #become({ sid, status, errorCode, at }: StatusEntry): void {
    const sms = this.all.get(sid);
    if (!sms) return;
    const sentAt = sms.sentAt ?? (status === 'queued' ? null : at);
    this.all.set(sid, { ...sms, status, errorCode, updatedAt: at, sentAt });
  }
}
