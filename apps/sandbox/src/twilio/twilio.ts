import type { Routes } from '../shell/http.ts';
import type { StandIn, Tools } from '../shell/stand-in.ts';
import { TwilioApi } from './api.ts';
import { Carrier, type CarrierOptions, type TwilioAccount } from './carrier.ts';
import { phoneRoutes } from './control.ts';
import { SMS_FAULTS } from './faults.ts';
import { Messages } from './messages.ts';

/** Twilio's API for SMS, the network behind it, and the phones at its end. */
export class Twilio implements StandIn {
  readonly name = 'twilio';
  readonly faults = SMS_FAULTS;
  readonly page = new URL('page/', import.meta.url);
  readonly messages: Messages;
  readonly carrier: Carrier;
  readonly entries: Messages['entries'];
  readonly wire: StandIn['wire'];
  readonly control: Routes;
  readonly view: StandIn['view'];

  constructor({ journal, faults, callbacks }: Tools, account: TwilioAccount, options: CarrierOptions) {
    const messages = new Messages(journal);
    const carrier = new Carrier({ messages, faults, callbacks }, account, options);
    const api = new TwilioApi(messages, faults, carrier, account);
    this.messages = messages;
    this.carrier = carrier;
    this.entries = messages.entries;
    this.wire = { '/2010-04-01/': (call) => api.handle(call) };
    this.control = phoneRoutes(messages, carrier);
    this.view = { sms: () => messages.list() };
  }

  clear(): void {
    this.messages.clear();
  }

  start(): void {
    this.carrier.start();
  }

  stop(): void {
    this.carrier.stop();
  }
}
