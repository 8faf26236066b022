import { sendJson, text, type Call, type Routes } from '../shell/http.ts';
import type { Carrier } from './carrier.ts';
import type { Messages, SmsStatus } from './messages.ts';

const STATUSES: readonly SmsStatus[] = ['queued', 'sent', 'delivered', 'undelivered', 'failed'];

/** What a phone shows and sends, and what Twilio may report once more. */
export function phoneRoutes(messages: Messages, carrier: Carrier): Routes {
  return {
    'GET /messages/sms': (call) => sendJson(call, 200, messages.list(call.url.searchParams.get('to'))),
    'POST /phone': (call) => textFromPhone(call, carrier),
    'POST /control/callbacks': (call) => repeatCallback(call, messages, carrier),
    'PUT /control/inbound-url': (call) => {
      carrier.inboundUrl = text(call.fields['url']) || null;
      sendJson(call, 200, { url: carrier.inboundUrl });
    },
  };
}

async function textFromPhone(call: Call, carrier: Carrier): Promise<void> {
  const [from, to, body] = [text(call.fields['from']), text(call.fields['to']), text(call.fields['body'])];
  if (from === '' || to === '' || body.trim() === '') {
    return sendJson(call, 400, { error: 'from (the phone), to (the number of the clinic) and body are needed' });
  }
  sendJson(call, 201, await carrier.receive(from, to, body));
}

async function repeatCallback(call: Call, messages: Messages, carrier: Carrier): Promise<void> {
  const status = STATUSES.find((name) => name === call.fields['status']);
  const sid = text(call.fields['sid']);
  if (!status || !messages.all.has(sid)) {
    return sendJson(call, 400, { error: `sid of a kept message and a status of ${STATUSES.join(', ')} are needed` });
  }
  const callback = await carrier.report(sid, status);
  if (callback) sendJson(call, 200, callback);
  else sendJson(call, 400, { error: 'this message was sent without a StatusCallback' });
}
