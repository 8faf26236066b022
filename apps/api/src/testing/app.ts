import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../app.js';
import { Config } from '../platform/index.js';
import { type TestDatabase, testDatabase } from './database.js';

export interface TestApp {
  nest: NestFastifyApplication;
  database: TestDatabase;
  url: string;
  /** Rows by the database's owner, past every policy: for what a test must see that no route shows. */
  sql<T extends object>(text: string, params?: unknown[]): Promise<T[]>;
  /** Waits until every event is published and handled; needs workers. */
  settle(): Promise<void>;
}

const apps = new Map<string, Promise<TestApp>>();

/** The application on a database of this test file's own; started once for each set of environment values. */
export function testApp(env: Record<string, string> = {}): Promise<TestApp> {
  const key = JSON.stringify(env);
  let app = apps.get(key);
  if (!app) apps.set(key, (app = start(env)));
  return app;
}

afterAll(async () => {
  for (const app of apps.values()) {
    const { nest } = await app;
    await nest.close();
  }
  apps.clear();
});

async function start(env: Record<string, string>): Promise<TestApp> {
  const database = await testDatabase();
  const nest = await createApp(new Config({ ...testEnv(database), ...env }));
  await nest.listen(0, '127.0.0.1');
  const owner = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  owner.on('error', () => undefined);
  const close = nest.close.bind(nest);
  nest.close = async () => {
    await close();
    if (!owner.ended) await owner.end();
  };
  const sql = async <T extends object>(text: string, params: unknown[] = []) => (await owner.query<T>(text, params)).rows;
  return { nest, database, url: await nest.getUrl(), sql, settle: () => settle(sql) };
}

/** Environment of a test process; argon2 is made cheap, everything else is as in development. */
export function testEnv(database: TestDatabase): Record<string, string> {
  return {
    KEEL_ENV: 'test',
    KEEL_ROLE: 'api',
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: database.appUrl,
    QUEUE_DATABASE_URL: database.queueUrl,
    KEEL_MASTER_KEY: Buffer.alloc(32, 3).toString('base64'),
    KEEL_SESSION_SECRET: 'a session secret of the tests alone',
    KEEL_RATE_LIMIT: 'off',
    PASSWORD_MEMORY_KIB: '64',
    // Mail to staff would mint new links under a test's hands; tests of messages look often.
    MESSAGE_LOOK_EVERY_MS: '60000',
    DATABASE_POOL_SIZE: '10',
    ...(database.redisUrl ? { REDIS_URL: database.redisUrl } : {}),
  };
}

const UNSETTLED = `
  SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL)
    + (SELECT count(*) FROM outbox o CROSS JOIN LATERAL unnest(o.listeners) AS l (name)
       WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.clinic_id = o.clinic_id AND i.event_id = o.id AND i.listener = l.name)
         AND NOT EXISTS (SELECT 1 FROM dead_letter d WHERE d.clinic_id = o.clinic_id AND d.event_id = o.id AND d.listener = l.name)) AS n`;

async function settle(sql: TestApp['sql']): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const [row] = await sql<{ n: string }>(UNSETTLED);
    if (Number(row?.n) === 0) return;
    if (Date.now() > deadline) throw new Error(`${row?.n} deliveries of events are still waiting; does this app run workers?`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
