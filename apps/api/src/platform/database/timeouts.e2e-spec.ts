import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import request from 'supertest';
import { createApp } from '../../app.js';
import type { Agent } from '../../testing/agent.js';
import { testEnv } from '../../testing/app.js';
import { HangingProxy } from '../../testing/hanging-proxy.js';
import { type Session, session } from '../../testing/session.js';
import { Config } from '../config/config.js';
import { systemCtx } from '../context/ctx.js';
import { toProblem } from '../problems/problem.filter.js';
import { NOT_PERSONAL } from './access.js';
import { Db } from './db.js';

/** A second application on the same database, behind a proxy that can hang, with time-outs that a test can wait for. */
interface Behind {
  at: Session;
  agent: Agent;
  url: string;
  nest: NestFastifyApplication;
  proxy: HangingProxy;
}

const PATIENT = { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' };
const opened: Behind[] = [];
const holders: pg.Client[] = [];

async function behindProxy(env: Record<string, string> = {}): Promise<Behind> {
  const at = await session('owner');
  const { database } = at.app;
  const proxy = await HangingProxy.before(Number(new URL(database.appUrl).port));
  const nest = await createApp(
    new Config({ ...testEnv(database), DATABASE_URL: proxy.through(database.appUrl), DATABASE_TIMEOUT_MS: '1500', ...env }),
  );
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  const behind = { at, agent: at.agent.at(url), url, nest, proxy };
  opened.push(behind);
  return behind;
}

afterEach(async () => {
  for (const client of holders.splice(0)) await client.end();
  for (const { nest, proxy } of opened.splice(0)) {
    await nest.close();
    await proxy.close();
  }
});

/** Holds a table from a connection of its own, so that whoever needs it waits. */
async function hold({ app }: Session, table: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  holders.push(client);
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
}

function expectUnavailable({ status, headers, body }: { status: number; headers: Record<string, string>; body: unknown }): void {
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body).toMatchObject({ status: 503, code: 'UNAVAILABLE', requestId: expect.any(String) as string });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(status).toBe(503);
}

describe('a database that hangs', () => {
  it('is told to every caller, after a time and as a problem; the process lives, and all goes on when it comes back', async () => {
    const { agent, url, proxy } = await behindProxy();
    await agent.get('/services').expect(200);
    await agent.post('/patients', PATIENT).expect(201);
    proxy.hang();
    const answers = await Promise.all([
      ...Array.from({ length: 15 }, () => agent.get('/services')),
      agent.post('/patients', PATIENT),
      request(url).post('/api/v1/session').send({ email: 'a@x.example', password: 'x' }),
    ]);
    for (const answer of answers) expectUnavailable(answer);
    await request(url).get('/health/live').expect(200);
    const ready = await request(url).get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({ status: 503, code: 'NOT_READY', parts: { database: 'down' } });
    proxy.goOn();
    await pause(2000);
    await agent.post('/patients', PATIENT).expect(201);
    await request(url).get('/health/ready').expect(200);
  });

  it('keeps no application from stopping', async () => {
    const { agent, nest, proxy } = await behindProxy();
    const stream = await agent.stream('/events');
    await stream.event('ready');
    proxy.hang();
    const hung = agent.get('/services').then(
      ({ status }) => status,
      () => 'hung up',
    );
    await nest.close();
    opened.length = 0;
    await proxy.close();
    expect([503, 'hung up']).toContain(await hung);
  });
});

describe('whoever waits too long', () => {
  it('for a lock is told that nothing was saved and when to come again', async () => {
    const { at, agent } = await behindProxy();
    await hold(at, 'patient');
    const refused = await agent.post('/patients', PATIENT);
    expectUnavailable(refused);
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('Nothing was saved') as string });
  });

  it('for a connection, since all are taken, is told the same', async () => {
    const { at, agent } = await behindProxy({ DATABASE_POOL_SIZE: '1', DATABASE_TIMEOUT_MS: '6000' });
    await hold(at, 'location');
    const answers = await Promise.all(Array.from({ length: 4 }, () => agent.get('/locations')));
    for (const answer of answers) expectUnavailable(answer);
  });

  it('for a statement, or while a transaction stands idle, is stopped by the server', async () => {
    const { at, nest } = await behindProxy();
    const db = nest.get(Db);
    const ctx = systemCtx(at.clinic.id, 'test');
    const slow = await db.read(ctx, NOT_PERSONAL, 'SELECT pg_sleep(5)').catch((error: unknown) => error);
    expect(slow).toMatchObject({ code: '57014' });
    const slowWrite = await db.tx(ctx, ({ tx }) => tx.query('SELECT pg_sleep(5)')).catch((error: unknown) => error);
    expect(toProblem(slowWrite)).toMatchObject({ status: 503, detail: expect.stringContaining('Nothing was saved') as string });
    const idle = await db
      .tx(ctx, async ({ tx }) => {
        await tx.query('SELECT 1');
        await pause(4000);
        return tx.query('SELECT 1');
      })
      .catch((error: unknown) => error);
    expect(toProblem(idle)).toMatchObject({ status: 503 });
  });
});
