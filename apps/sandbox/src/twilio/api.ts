import { send, sendJson, text, type Call } from '../shell/http.ts';
import type { Carrier, TwilioAccount } from './carrier.ts';
import type { SmsFaults } from './faults.ts';
import type { Messages, Sms } from './messages.ts';
import { segments } from './segments.ts';
import { isBasicAuth } from './signature.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const MAX_BODY_LENGTH = 1600;
/** Twilio's test numbers and what each means (https://www.twilio.com/docs/iam/test-credentials). */
const MAGIC_NUMBERS: Record<string, number> = { '+15005550001': 21211, '+15005550004': 21610, '+15005550009': 21614 };

const ERRORS: Record<number, { status: number; message: string }> = {
  20003: { status: 401, message: 'Authenticate' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'An internal server error has occurred' },
  20503: { status: 503, message: 'Service is unavailable' },
  21211: { status: 400, message: "The 'To' number is not a valid phone number." },
  21212: { status: 400, message: "The 'From' number is not a valid phone number, shortcode, or alphanumeric sender ID." },
  21602: { status: 400, message: 'Message body is required.' },
  21603: { status: 400, message: "A 'From' phone number is required." },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21609: { status: 400, message: "The 'StatusCallback' URL is not a valid URL." },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21614: { status: 400, message: "'To' number is not a valid mobile number" },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
};

/** `/2010-04-01/Accounts/{sid}/Messages` as Twilio documents it: send, read one, list by To, From and DateSent. */
export class TwilioApi {
  readonly #messages: Messages;
  readonly #faults: SmsFaults;
  readonly #carrier: Carrier;
  readonly #account: TwilioAccount;

  constructor(messages: Messages, faults: SmsFaults, carrier: Carrier, account: TwilioAccount) {
    this.#messages = messages;
    this.#faults = faults;
    this.#carrier = carrier;
    this.#account = account;
  }

  async handle(call: Call): Promise<void> {
    const { accountSid, authToken } = this.#account;
    if (!isBasicAuth(call.request.headers.authorization, accountSid, authToken)) return sendError(call, 20003);
    const base = `/2010-04-01/Accounts/${accountSid}/Messages`;
    const path = call.url.pathname;
    if (path === `${base}.json` && call.method === 'POST') return this.#create(call);
    if (path === `${base}.json` && call.method === 'GET') return sendJson(call, 200, this.#list(call.url.searchParams, base));
    const sid = path.startsWith(`${base}/`) && path.endsWith('.json') ? path.slice(base.length + 1, -'.json'.length) : '';
    const sms = call.method === 'GET' ? this.#messages.all.get(sid) : undefined;
    return sms ? sendJson(call, 200, this.#resource(sms)) : sendError(call, 20404);
  }

  async #create(call: Call): Promise<void> {
    const to = text(call.fields['To']);
    await this.#faults.wait('sms', 'slow', to);
    const failure = this.#faults.take('sms', 'fail', to);
    if (failure) return sendError(call, failure.code ?? 20500);
    if (this.#faults.take('sms', 'cut_before', to)) return void call.request.socket.destroy();
    const from = text(call.fields['From']);
    const body = text(call.fields['Body']);
    const statusCallback = text(call.fields['StatusCallback']) || null;
    const fault = this.#refusal(to, from, body, statusCallback);
    if (fault) return sendError(call, fault);
    const sms = this.#carrier.accept({ direction: 'outbound-api', from, to, body, statusCallback });
    if (this.#faults.take('sms', 'cut_after', to)) return void call.request.socket.destroy();
    await this.#faults.wait('sms', 'answer_late', to);
    sendJson(call, 201, this.#resource(sms));
  }

  #refusal(to: string, from: string, body: string, statusCallback: string | null): number | undefined {
    if (to === '') return 21604;
    if (from === '') return 21603;
    if (body === '') return 21602;
    if (body.length > MAX_BODY_LENGTH) return 21617;
    if (!E164.test(from)) return 21212;
    if (MAGIC_NUMBERS[to]) return MAGIC_NUMBERS[to];
    if (!E164.test(to)) return 21211;
    if (statusCallback && !/^https?:\/\//.test(statusCallback)) return 21609;
    return this.#messages.isOptedOut(to, from) ? 21610 : undefined;
  }

  #list(query: URLSearchParams, base: string) {
    const pageSize = Math.min(Math.max(Number(query.get('PageSize')) || 50, 1), 1000);
    const page = Math.max(Number(query.get('Page')) || 0, 0);
    // Map keeps the order of arrival; Twilio lists the newest first.
    const all = [...this.#messages.all.values()].reverse().filter((sms) => matches(sms, query));
    const rows = all.slice(page * pageSize, (page + 1) * pageSize);
    const uri = (number: number) => {
      const next = new URLSearchParams(query);
      next.set('Page', String(number));
      next.set('PageSize', String(pageSize));
      return `${base}.json?${next}`;
    };
    return {
      messages: rows.map((sms) => this.#resource(sms)),
      page,
      page_size: pageSize,
      start: page * pageSize,
      end: Math.max(page * pageSize + rows.length - 1, 0),
      uri: uri(page),
      first_page_uri: uri(0),
      next_page_uri: all.length > (page + 1) * pageSize ? uri(page + 1) : null,
      previous_page_uri: page > 0 ? uri(page - 1) : null,
    };
  }

  #resource(sms: Sms) {
    const uri = `/2010-04-01/Accounts/${this.#account.accountSid}/Messages/${sms.sid}`;
    return {
      account_sid: this.#account.accountSid,
      api_version: '2010-04-01',
      body: sms.body,
      date_created: rfc2822(sms.createdAt),
      date_sent: sms.sentAt && rfc2822(sms.sentAt),
      date_updated: rfc2822(sms.updatedAt),
      direction: sms.direction,
      error_code: sms.errorCode,
      error_message: null,
      from: sms.from,
      messaging_service_sid: null,
      num_media: '0',
      num_segments: String(segments(sms.body)),
      price: null,
      price_unit: 'USD',
      sid: sms.sid,
      status: sms.status,
      subresource_uris: { media: `${uri}/Media.json` },
      to: sms.to,
      uri: `${uri}.json`,
    };
  }
}

/** `DateSent` is a GMT day; `DateSent<` and `DateSent>` are bounds, both inclusive. What has not left has no date to match. */
function matches(sms: Sms, query: URLSearchParams): boolean {
  const to = query.get('To');
  const from = query.get('From');
  if ((to && sms.to !== to) || (from && sms.from !== from)) return false;
  const sent = sms.sentAt && Date.parse(sms.sentAt);
  for (const [name, value] of query) {
    if (!name.startsWith('DateSent')) continue;
    if (!sent) return false;
    const bound = Date.parse(value);
    if (name === 'DateSent' && new Date(sent).toISOString().slice(0, 10) !== value.slice(0, 10)) return false;
    if (name === 'DateSent<' && sent > bound) return false;
    if (name === 'DateSent>' && sent < bound) return false;
  }
  return true;
}

const rfc2822 = (at: string) => new Date(at).toUTCString().replace('GMT', '+0000');

/** `code` is one of Twilio's; an unknown one of three digits is taken as a bare HTTP status. */
function sendError(call: Call, code: number): void {
  const known = ERRORS[code];
  if (!known && code >= 400 && code < 600) return send(call, code, 'text/html; charset=utf-8', `<h1>${code}</h1>`);
  const { status, message } = known ?? { status: 400, message: 'The sandbox was told to refuse this.' };
  sendJson(call, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}
