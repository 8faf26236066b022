// `npm run bench -- --events`: how soon what follows from a change is done, how fast a backlog is, and what stays of it all.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import { type RunningApi, startApi } from './api.ts';
import { cpuSecondsOf } from './cpu.ts';
import { type Bench, prepare } from './database.ts';
import { growthSince, purged, sizes } from './growth.ts';
import { OPERATIONS } from './operations.ts';
import type { Options } from './options.ts';
import { keyOf } from './world.ts';

/** Changes of a day, by turns: a new patient, two bookings, a note. */
const MIX = ['create', 'book', 'book', 'note'];
const BACKLOG_SECONDS_SHORT = 10;
const PATIENCE_MS = 600_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

export async function measureEvents(options: Options): Promise<void> {
  const bench = await prepare(options, say);
  const client = new pg.Client({ connectionString: bench.superuserUrl });
  await client.connect();
  const seconds = Math.max(options.seconds * 6, BACKLOG_SECONDS_SHORT);
  try {
    await client.query('ANALYZE');
    await withApi(bench, 'api', (api) => drive(api, bench, { seconds, rate: options.rate }, 0));
    await withApi(bench, 'all', async (api) => {
      say(await backlog(client, api));
      const start = await sizes(client);
      const since = await clock(client);
      const requests = await drive(api, bench, { seconds, rate: options.rate }, 1_000_000);
      await handled(client);
      const { p50, p99, n } = await latency(client, since);
      say(`Commit to handled at ${options.rate} requests a second, ${n} deliveries: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
      say(`\nRows and KiB that 10,000 requests leave:\n${growthSince(start, await sizes(client), requests)}`);
      say(`\nOf them after a purge eight days later:\n${growthSince(start, await purged(client), requests)}`);
    });
  } finally {
    await client.end();
    await bench.stop();
  }
}

async function withApi(bench: Bench, role: 'api' | 'all', work: (api: RunningApi) => Promise<unknown>): Promise<void> {
  const api = await startApi(bench, undefined, role);
  try {
    await work(api);
  } finally {
    await api.stop();
  }
}

/** How fast what is left is worked off, and what a delivery costs the API's process: less a matter of what else the machine does. */
async function backlog(client: pg.Client, api: RunningApi): Promise<string> {
  const before = await undelivered(client);
  const [began, cpu] = [performance.now(), cpuSecondsOf(api.pid)];
  await handled(client);
  const seconds = (performance.now() - began) / 1000;
  const after = cpuSecondsOf(api.pid);
  const cost = cpu === undefined || after === undefined ? '' : `, ${(((after - cpu) * 1000) / before).toFixed(1)} ms of CPU each`;
  return `Backlog: ${before} deliveries in ${seconds.toFixed(1)} s, ${(before / seconds).toFixed(0)} a second${cost}`;
}

/** Sends changes evenly, whether the ones before were answered or not. @returns how many. */
async function drive(
  api: RunningApi,
  { world }: Bench,
  { seconds, rate }: { seconds: number; rate: number },
  firstTurn: number,
): Promise<number> {
  const pool = new Pool(api.url, { connections: 40, pipelining: 1 });
  const sent: Promise<void>[] = [];
  const began = performance.now();
  const all = Math.round(seconds * rate);
  for (let turn = 0; turn < all; turn++) {
    const wait = began + (turn * 1000) / rate - performance.now();
    if (wait > 0) await sleep(wait);
    const operation = OPERATIONS.find(({ name }) => name === MIX[turn % MIX.length]);
    if (!operation) throw new Error('The mix names an operation that is not there');
    const { clinic, method, path, body } = operation.http(world, firstTurn + turn);
    const headers = { authorization: `Bearer ${keyOf(clinic)}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    sent.push(send(pool, operation.name, { method, path: `/api/v1${path}`, headers, body: JSON.stringify(body) }));
  }
  await Promise.all(sent);
  await pool.close();
  return all;
}

async function send(
  pool: Pool,
  name: string,
  call: { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body: string },
) {
  const answer = await pool.request(call);
  if (answer.statusCode >= 300) throw new Error(`${name}: ${answer.statusCode} ${await answer.body.text()}`);
  await answer.body.dump({ limit: 1e9 });
}

const UNDELIVERED = `
  SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL)
    + (SELECT count(*) FROM outbox o CROSS JOIN LATERAL unnest(o.listeners) AS l (name)
       WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.clinic_id = o.clinic_id AND i.event_id = o.id AND i.listener = l.name)) AS n`;

async function undelivered(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>(UNDELIVERED);
  return Number(rows[0]?.n);
}

async function handled(client: pg.Client): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await undelivered(client)) > 0) {
    if (performance.now() > deadline) throw new Error('The events were not handled in ten minutes');
    await sleep(250);
  }
}

async function clock(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now ?? new Date();
}

async function latency(client: pg.Client, since: Date): Promise<{ p50: number; p99: number; n: number }> {
  const { rows } = await client.query<{ p50: number; p99: number; n: number }>(
    `SELECT count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY ms) AS p99
     FROM (SELECT extract(epoch FROM i.handled_at - o.created_at)::float8 * 1000 AS ms
           FROM inbox i JOIN outbox o ON o.clinic_id = i.clinic_id AND o.id = i.event_id WHERE o.created_at >= $1) AS delivery`,
    [since],
  );
  return rows[0] ?? { p50: 0, p99: 0, n: 0 };
}
