import { Carrier } from './carrier.ts';
import { Faults, parseFaultOrder } from './faults.ts';
import { sendJson, text, type Call } from './http.ts';
import { Store, type Mail, type Sms, type SmsStatus } from './store.ts';

const STATUSES: readonly SmsStatus[] = ['queued', 'sent', 'delivered', 'undelivered', 'failed'];

/** What people and tests ask of the sandbox itself: what arrived, and what shall go wrong. */
export class Control {
  readonly #store: Store;
  readonly #faults: Faults;
  readonly #carrier: Carrier;

  constructor(store: Store, faults: Faults, carrier: Carrier) {
    this.#store = store;
    this.#faults = faults;
    this.#carrier = carrier;
  }

  /** True where the call was one of these. */
  async handle(call: Call): Promise<boolean> {
    switch (`${call.method} ${call.url.pathname}`) {
      case 'GET /view':
        sendJson(call, 200, { sms: this.sms(), mails: this.mails(), faults: this.#faults.list(), log: this.#carrier.log.slice(-20) });
        return true;
      case 'GET /messages/sms':
        sendJson(call, 200, this.sms(call.url.searchParams.get('to')));
        return true;
      case 'GET /messages/email':
        sendJson(call, 200, this.mails(call.url.searchParams.get('to')));
        return true;
      case 'POST /phone':
        await this.#textFromPhone(call);
        return true;
      case 'GET /control/faults':
        sendJson(call, 200, this.#faults.list());
        return true;
      case 'POST /control/faults':
        this.#addFault(call);
        return true;
      case 'DELETE /control/faults':
        this.#faults.clear();
        sendJson(call, 200, []);
        return true;
      case 'POST /control/callbacks':
        await this.#repeatCallback(call);
        return true;
      case 'GET /control/log':
        sendJson(call, 200, this.#carrier.log);
        return true;
      case 'PUT /control/inbound-url':
        this.#carrier.inboundUrl = text(call.fields['url']) || null;
        sendJson(call, 200, { url: this.#carrier.inboundUrl });
        return true;
      case 'DELETE /messages':
        this.#store.clear();
        sendJson(call, 200, {});
        return true;
      default:
        return false;
    }
  }

  /** Oldest first. */
  sms(to: string | null = null): Sms[] {
    return [...this.#store.sms.values()].filter((sms) => to === null || sms.to === to);
  }

  /** What the mailboxes show now, oldest first. */
  mails(to: string | null = null): Mail[] {
    const now = new Date().toISOString();
    return [...this.#store.mails.values()].filter((mail) => mail.visibleAt <= now && (to === null || mail.recipients.includes(to)));
  }

  async #textFromPhone(call: Call): Promise<void> {
    const [from, to, body] = [text(call.fields['from']), text(call.fields['to']), text(call.fields['body'])];
    if (from === '' || to === '' || body.trim() === '') {
      return sendJson(call, 400, { error: 'from (the phone), to (the number of the clinic) and body are needed' });
    }
    sendJson(call, 201, await this.#carrier.receive(from, to, body));
  }

  #addFault(call: Call): void {
    const order = parseFaultOrder(call.fields);
    if (typeof order === 'string') return sendJson(call, 400, { error: order });
    sendJson(call, 201, this.#faults.add(order));
  }

  async #repeatCallback(call: Call): Promise<void> {
    const status = STATUSES.find((name) => name === call.fields['status']);
    const sid = text(call.fields['sid']);
    if (!status || !this.#store.sms.has(sid)) {
      return sendJson(call, 400, { error: `sid of a kept message and a status of ${STATUSES.join(', ')} are needed` });
    }
    await this.#carrier.report(sid, status);
    sendJson(call, 200, this.#carrier.log.at(-1));
  }
}
