import { send, sendJson, type Call, type Routes } from '../shell/http.ts';
import type { StandIn, Tools } from '../shell/stand-in.ts';
import { MAIL_FAULTS } from './faults.ts';
import { Mailboxes } from './mailboxes.ts';
import { SmtpSink } from './sink.ts';

// A mail is a stranger's HTML: it runs nothing, loads nothing, and has an origin of its own. Its links open elsewhere.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** A mail server for everybody, and a look into all mailboxes. */
export class Smtp implements StandIn {
  readonly name = 'smtp';
  readonly faults = MAIL_FAULTS;
  readonly page = new URL('page/', import.meta.url);
  readonly mailboxes: Mailboxes;
  readonly entries: Mailboxes['entries'];
  readonly control: Routes;
  readonly view: StandIn['view'];
  readonly #sink: SmtpSink;
  readonly #options: { host: string; port: number };
  /** Where it listens, once it is started. */
  port = 0;

  /** Port 0 picks a free one. */
  constructor({ journal, faults }: Tools, options: { host: string; port: number }) {
    const mailboxes = new Mailboxes(journal);
    this.#sink = new SmtpSink(mailboxes, faults);
    this.#options = options;
    this.mailboxes = mailboxes;
    this.entries = mailboxes.entries;
    this.control = {
      'GET /messages/email': (call) => sendJson(call, 200, mailboxes.list(call.url.searchParams.get('to'))),
      'GET /mails/*/html': (call) => sendHtml(call, mailboxes),
    };
    this.view = { mails: () => mailboxes.list() };
  }

  clear(): void {
    this.mailboxes.clear();
  }

  async start(): Promise<void> {
    this.port = await this.#sink.listen(this.#options.port, this.#options.host);
  }

  stop(): Promise<void> {
    return this.#sink.close();
  }
}

function sendHtml(call: Call, mailboxes: Mailboxes): void {
  const mail = mailboxes.get(call.url.pathname.split('/')[2] ?? '');
  if (!mail?.html) return sendJson(call, 404, { error: 'no such mail is kept, or it has no HTML' });
  const html = `<!doctype html><meta charset="utf-8"><base target="_blank">${mail.html}`;
  send(call, 200, 'text/html; charset=utf-8', html, { 'content-security-policy': MAIL_POLICY, 'referrer-policy': 'no-referrer' });
}
