import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queue } from 'bullmq';
import pg from 'pg';
import { createApp } from '../../app.js';
import { testEnv } from '../../testing/app.js';
import { until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { Config } from '../config/config.js';
import { Purges } from './purges.js';
import { Rounds, ROUNDS_QUEUE } from './rounds.js';

// By itself on PostgreSQL and, where there is one, on Redis: each has its own way to keep a schedule.
const MS = 1000;
const DAY = 86_400_000;
const WORKER = join(process.cwd(), 'apps/api/dist/worker.js');
const env = { KEEL_ROLE: 'all', PURGE_EVERY_MS: String(MS) };

let here: Session;
let queue: Queue;
let second: NestFastifyApplication;
/** When each process purged. */
const rounds: { who: number; at: number }[] = [];

const watch = (nest: NestFastifyApplication, who: number) => {
  const purges = nest.get(Purges);
  const run = purges.run.bind(purges);
  purges.run = () => {
    rounds.push({ who, at: Date.now() });
    return run();
  };
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
  here = await session('owner', { env });
  queue = here.app.nest.get(getQueueToken(ROUNDS_QUEUE));
  second = await createApp(new Config({ ...testEnv(here.app.database), ...env }));
  await second.listen(0, '127.0.0.1');
  for (const [who, nest] of [here.app.nest, second].entries()) watch(nest, who);
});
afterAll(() => second.close());

describe('work that comes round again', () => {
  it('is done once an interval, however many processes there are', async () => {
    await until(() => rounds.length > 0, 'a first round');
    rounds.length = 0;
    await wait(6 * MS);
    const many = rounds.length;
    expect(many).toBeGreaterThanOrEqual(4);
    expect(many).toBeLessThanOrEqual(7);
    const schedules = (await queue.getJobSchedulers()).map(({ key }) => key);
    expect(schedules.toSorted()).toEqual(['purge', 'reseal', 'seal-audit', 'verify-audit']);
  });

  it('goes on in the others where a process ends', async () => {
    await second.get(Rounds).look(true);
    await second.close();
    rounds.length = 0;
    await until(() => rounds.length >= 2, 'further rounds');
    expect(new Set(rounds.map(({ who }) => who))).toEqual(new Set([0]));
  });

  it('is taken up anew where the queue has lost it, by whoever looks next', async () => {
    await queue.obliterate({ force: true });
    rounds.length = 0;
    await wait(2 * MS);
    expect(rounds).toEqual([]);
    await queue.resume();
    await here.app.nest.get(Rounds).look(false);
    await until(() => rounds.length >= 2, 'rounds again');
  });

  it('is taken up anew where a clock that was ahead has put it off', async () => {
    await queue.removeJobScheduler('purge');
    const ahead = Date.now() + 30 * 86_400_000;
    await queue.upsertJobScheduler('purge', { every: MS, startDate: ahead }, { name: 'purge', data: {}, opts: { removeOnComplete: true } });
    rounds.length = 0;
    await wait(2 * MS);
    expect(rounds).toEqual([]);
    await here.app.nest.get(Rounds).look(false);
    await until(() => rounds.length >= 2, 'rounds again');
  });

  it('that hangs in a process takes one place in it, and is begun again once it has ended', async () => {
    const made: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const all = here.app.nest.get(Rounds);
    all.every('one-that-hangs', 3_600_000, () => (made.push('begun'), promise));
    const first = all.run('one-that-hangs');
    await all.run('one-that-hangs');
    expect(made).toEqual(['begun']);
    resolve();
    await first;
    await all.run('one-that-hangs');
    expect(made).toEqual(['begun', 'begun']);
  });

  it('is let go of where it is of a release that is over', async () => {
    await queue.upsertJobScheduler('what-nobody-knows', { every: 200 }, { name: 'what-nobody-knows', opts: { removeOnComplete: true } });
    await until(async () => !(await queue.getJobScheduler('what-nobody-knows')), 'its end');
  });

  it('keeps the interval of the process that started last', async () => {
    const env = { ...testEnv(here.app.database), KEEL_ROLE: 'all', PURGE_EVERY_MS: '3000' };
    const third = await createApp(new Config(env));
    await third.listen(0, '127.0.0.1');
    await until(async () => (await queue.getJobScheduler('purge'))?.every === 3000, 'its interval');
    await here.app.nest.get(Rounds).look(false);
    expect((await queue.getJobScheduler('purge'))?.every).toBe(3000);
    await third.close();
    await here.app.nest.get(Rounds).look(true);
    expect((await queue.getJobScheduler('purge'))?.every).toBe(MS);
  });
});

describe('a house that was off when a round was due', () => {
  it('makes it at once', async () => {
    const off = await session('owner', { env: { KEEL_ROLE: 'api' } });
    const schedules: Queue = off.app.nest.get(getQueueToken(ROUNDS_QUEUE));
    const looks = off.app.nest.get(Rounds);
    looks.every('daily', DAY, () => Promise.resolve());
    const rightNow = Date.now;
    Date.now = () => rightNow() - 3 * DAY;
    try {
      await looks.look(true);
    } finally {
      Date.now = rightNow;
    }
    expect((await schedules.getJobScheduler('daily'))?.next).toBeLessThan(Date.now() - DAY / 2);
    await looks.look(true);
    const on = await createApp(new Config({ ...testEnv(off.app.database), KEEL_ROLE: 'all' }));
    let made = 0;
    on.get(Rounds).every('daily', DAY, async () => void made++);
    await on.listen(0, '127.0.0.1');
    await until(() => made === 1, 'the round of before');
    expect((await schedules.getJobScheduler('daily'))?.next).toBeGreaterThan(Date.now());
    await on.close();
  });
});

describe('a process that is killed in the middle of a round', () => {
  let worker: ChildProcess | undefined;
  afterAll(() => worker?.kill('SIGKILL'));

  function work(): ChildProcess {
    const own = { PATH: process.env['PATH'], ...testEnv(here.app.database), KEEL_ROLE: 'worker', PURGE_EVERY_MS: String(MS) };
    return spawn(process.execPath, [WORKER], { env: own, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  it('leaves the round to the next one', async () => {
    await here.app.nest.close();
    const gate = new pg.Client({ connectionString: here.app.database.superuserUrl });
    await gate.connect();
    const rows = async (sql: string) => (await gate.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]?.n ?? 0;
    // Longer over than anybody wonders about.
    await gate.query(`INSERT INTO work_item (clinic_id, kind, subject_id, since, done_at)
      VALUES (gen_random_uuid(), 'dead_letter', gen_random_uuid(), now(), now() - interval '91 days')`);
    await gate.query('BEGIN; LOCK TABLE work_item IN ACCESS EXCLUSIVE MODE');
    worker = work();
    const stuck = "pg_locks WHERE NOT granted AND relation = 'work_item'::regclass";
    await until(async () => (await rows(stuck)) > 0, 'a round under way', 60_000);
    const gone = new Promise((resolve) => worker?.once('exit', resolve));
    worker.kill('SIGKILL');
    await gone;
    await gate.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = 'keel_app' AND datname = current_database()",
    );
    await gate.query('ROLLBACK');
    expect(await rows('work_item')).toBe(1);
    worker = work();
    await until(async () => (await rows('work_item')) === 0, 'the round', 60_000);
    await gate.end();
  }, 180_000);
});
