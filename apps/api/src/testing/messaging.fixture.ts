import { mkdtempSync } from 'node:fs';
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@keel/sandbox';
import type { TestApp } from './app.js';

/** The number of the clinics in tests. */
export const CLINIC_NUMBER = '+16135550100';

/** A sandbox that stands in for the providers, and the environment that points an application at it. */
export interface Providers {
  sandbox: Sandbox;
  env: Record<string, string>;
  /** The address that providers call leads to this application from now on, or nowhere. */
  leadTo: (app: Pick<TestApp, 'url'> | undefined) => void;
}

const open: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(open.splice(0).map((close) => close())));

/**
 * PUBLIC_URL has to be known before an application listens on a free port, so it is the address of a small relay; a callback
 * that arrives has therefore come by PUBLIC_URL and by no other way.
 */
export async function providers(env: Record<string, string> = {}): Promise<Providers> {
  const sandbox = await startSandbox({ dataDir: mkdtempSync(join(tmpdir(), 'keel-sandbox-')), stepMs: 20 });
  let target: string | undefined;
  const relay: Server = createServer((request, response) => {
    if (!target) return void response.writeHead(503).end();
    const { host: _host, ...headers } = request.headers;
    const onward = forward(new URL(request.url ?? '/', target), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    // Who leaves a stream of events leaves it for good.
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
  sandbox.carrier.inboundUrl = `${publicUrl}/api/v1/webhooks/twilio/inbound`;
  open.push(async () => {
    relay.closeAllConnections();
    relay.close();
    await sandbox.stop();
  });
  return {
    sandbox,
    leadTo: (app) => (target = app?.url),
    env: {
      PUBLIC_URL: publicUrl,
      SMTP_URL: sandbox.smtpUrl,
      TWILIO_ACCOUNT_SID: sandbox.twilio.accountSid,
      TWILIO_AUTH_TOKEN: sandbox.twilio.authToken,
      TWILIO_FROM: CLINIC_NUMBER,
      TWILIO_API_URL: sandbox.httpUrl,
      // Long enough that a busy machine is not taken for a silent provider.
      MESSAGE_PROVIDER_TIMEOUT_MS: '1500',
      MESSAGE_LEASE_MS: '3000',
      MESSAGE_SETTLE_MS: '3000',
      MESSAGE_RETRY_MS: '10',
      MESSAGE_LOOK_EVERY_MS: '50',
      ...env,
    },
  };
}

/** Days from now, on a whole half hour: a time that reminders of the default rules are still due for. */
export function inDays(days: number): string {
  const half = 30 * 60_000;
  return new Date(Math.ceil((Date.now() + days * 86_400_000) / half) * half).toISOString();
}

/** Time passes until every waiting message of this appointment is due. */
export async function dueNow(app: TestApp, appointmentId: string): Promise<void> {
  await app.sql("UPDATE message SET due_at = now(), next_at = now() WHERE appointment_id = $1 AND status = 'scheduled'", [appointmentId]);
}

/** Waits for something that comes about by itself; a test that is not answered in time has failed. */
export async function until<T>(
  read: () => Promise<T | undefined | false> | T | undefined | false,
  what = 'what was awaited',
  patienceMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come about`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
