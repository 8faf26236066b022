import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Carrier, type TwilioAccount } from './carrier.ts';
import { Control } from './control.ts';
import { Faults } from './faults.ts';
import { NotReadable, readCall, sendJson, TooLarge, type Call } from './http.ts';
import { servePage } from './pages.ts';
import { SmtpSink } from './smtp.ts';
import { Store } from './store.ts';
import { TwilioApi } from './twilio-api.ts';

export type { Fault, FaultKind, FaultOrder } from './faults.ts';
export type { Mail, Sms, SmsStatus } from './store.ts';
export { twilioSignature } from './signature.ts';

export interface SandboxOptions {
  /** 0 picks a free port. */
  httpPort?: number;
  smtpPort?: number;
  host?: string;
  /** What it received is kept here, in messages.jsonl, and is there again after a restart. */
  dataDir: string;
  twilio?: Partial<TwilioAccount>;
  /** Where texts from phones are posted. */
  inboundUrl?: string | null;
  /** Where the application's public address is reached from here, such as `http://api:3000` between containers. */
  reachedAt?: string | null;
  /** How long a message takes from queued to sent, and from there to delivered. */
  stepMs?: number;
}

export interface Sandbox {
  httpUrl: string;
  smtpUrl: string;
  httpPort: number;
  smtpPort: number;
  twilio: TwilioAccount;
  faults: Faults;
  /** What arrived, and texts from phones: the same that its page shows and does. */
  control: Control;
  carrier: Carrier;
  stop(): Promise<void>;
}

/** The account that the sandbox takes unless it is told another; worth nothing anywhere else. */
export const SANDBOX_ACCOUNT: TwilioAccount = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'sandbox-auth-token' };

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const twilio = { ...SANDBOX_ACCOUNT, ...options.twilio };
  const store = new Store(join(options.dataDir, 'messages.jsonl'));
  const faults = new Faults();
  const { stepMs = 400, inboundUrl = null, reachedAt = null } = options;
  const carrier = new Carrier(store, faults, twilio, { stepMs, inboundUrl, reachedAt });
  const control = new Control(store, faults, carrier);
  const api = new TwilioApi(store, faults, carrier, twilio);
  const smtp = new SmtpSink(store, faults);
  const server = createServer((request, response) => void serve(request, response, { api, control, store }));
  server.listen(options.httpPort ?? 0, host);
  await once(server, 'listening');
  const httpPort = (server.address() as AddressInfo).port;
  const smtpPort = await smtp.listen(options.smtpPort ?? 0, host);
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    httpUrl: `http://${name}:${httpPort}`,
    smtpUrl: `smtp://${name}:${smtpPort}`,
    httpPort,
    smtpPort,
    twilio,
    faults,
    control,
    carrier,
    async stop() {
      carrier.stop();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), smtp.close()]);
      store.close();
    },
  };
}

interface Parts {
  api: TwilioApi;
  control: Control;
  store: Store;
}

async function serve(request: IncomingMessage, response: ServerResponse, { api, control, store }: Parts): Promise<void> {
  let call: Call | undefined;
  try {
    call = await readCall(request, response);
    if (call.url.pathname.startsWith('/2010-04-01/')) return await api.handle(call);
    if (call.method !== 'GET' && isFromElsewhere(request)) {
      return sendJson(call, 403, { error: 'only the page of the sandbox itself, or a program, may ask for this' });
    }
    if (servePage(call, store) || (await control.handle(call))) return;
    sendJson(call, 404, { error: 'nothing is here; the page is at /' });
  } catch (error) {
    const status = error instanceof TooLarge ? 413 : error instanceof NotReadable ? 400 : 500;
    if (status === 500) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (response.headersSent || response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        error: status === 413 ? 'the body is too large' : error instanceof NotReadable ? error.message : 'the sandbox failed',
      }),
    );
  }
}

/** A page of another site must not send texts or order faults through a visitor's browser. */
function isFromElsewhere(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
