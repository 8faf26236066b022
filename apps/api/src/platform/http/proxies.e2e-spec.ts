import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { testApp } from '../../testing/app.js';
import { session } from '../../testing/session.js';

const PRODUCTION = {
  LOG_LEVEL: 'error',
  KEEL_ENV: 'production',
  SMTP_URL: 'smtp://127.0.0.1:1',
  KEEL_TRUSTED_NETWORK: '1',
  PUBLIC_URL: 'https://clinic.example',
  KEEL_MASTER_KEY: randomBytes(32).toString('base64'),
  PASSWORD_MEMORY_KIB: '19456',
  KEEL_RATE_LIMIT: 'on',
  KEEL_SESSION_SECRET: randomBytes(48).toString('base64'),
};
const BEHIND_A_PROXY = { ...PRODUCTION, TRUSTED_PROXIES: 'loopback' };

const METRICS = '/metrics';

/** The address that the audit keeps of a visitor who comes with this header. */
async function addressOf(env: Record<string, string>, forwarded: string): Promise<string | null> {
  const { agent, app, clinic } = await session('owner', { env });
  const person = { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' };
  await agent.post('/patients', person, { headers: { 'x-forwarded-for': forwarded } }).expect(201);
  const [row] = await app.sql<{ ip: string }>(
    "SELECT host(ip) AS ip FROM audit_entry WHERE clinic_id = $1 AND what = 'patient.demographics'",
    [clinic.id],
  );
  return row?.ip ?? null;
}

describe('the address of a visitor', () => {
  it('is what our own proxy saw, not what the visitor wrote before it', async () => {
    expect(await addressOf(BEHIND_A_PROXY, '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
  });

  it('is the connection itself where no proxy is expected', async () => {
    expect(await addressOf({}, '203.0.113.9')).toBe('127.0.0.1');
  });

  it('is the connection itself in production too, where no proxy was named', async () => {
    expect(await addressOf(PRODUCTION, '203.0.113.9')).toBe('127.0.0.1');
  });
});

describe('the figures for machines', () => {
  it('are read on this machine, and not by whoever claims through a proxy to be on it', async () => {
    const { url } = await testApp(BEHIND_A_PROXY);
    await request(url).get(METRICS).expect(200);
    await request(url).get(METRICS).set('x-forwarded-for', '127.0.0.1').expect(404);
  });

  it('are read with the token from anywhere, and without it nowhere', async () => {
    const { url } = await testApp({ METRICS_TOKEN: 'a token of the collector' });
    await request(url).get(METRICS).expect(404);
    await request(url).get(METRICS).set('authorization', 'Bearer a token of the collector').expect(200);
  });
});
