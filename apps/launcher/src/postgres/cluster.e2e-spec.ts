import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { alive } from '../process.ts';
import { until, workshop } from '../testing/workshop.ts';
import { Cluster, type ClusterOptions } from './cluster.ts';
import { withClient } from './databases.ts';
import { serviceUser } from './service-user.ts';

const shop = workshop();
const clusters: Cluster[] = [];
let folders = 0;

afterAll(async () => {
  await Promise.all(clusters.map((cluster) => cluster.stop()));
  shop.remove();
});

function options(): ClusterOptions {
  return { dataDir: join(shop.path, `data-${folders++}`), superuserPassword: 'a test superuser', shelter: join(shop.path, 'shelter') };
}

function cluster(of: ClusterOptions): Cluster {
  const made = new Cluster(of);
  clusters.push(made);
  return made;
}

/** A supervisor in a process of its own, whose server runs. */
async function supervisor(of: ClusterOptions): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../testing/run-cluster.ts'), JSON.stringify(of)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

const write = (on: Cluster) =>
  withClient(on.superuserUrl(), async (client) => {
    await client.query('CREATE TABLE kept (word text)');
    await client.query("INSERT INTO kept VALUES ('here')");
  });

const read = (on: Cluster) =>
  withClient(on.superuserUrl(), async (client) => (await client.query<{ word: string }>('SELECT word FROM kept')).rows);

/** An error whose detail quotes a row. */
const refused = async (client: pg.Client): Promise<void> => {
  await client.query('CREATE TEMPORARY TABLE once (word text PRIMARY KEY)');
  await client.query("SELECT 'a patient'::int").catch(() => undefined);
  for (let times = 0; times < 2; times++) await client.query('INSERT INTO once VALUES ($1)', ['a patient']);
};

describe('The embedded PostgreSQL', () => {
  it('starts, lets in by password alone, stops, and finds its data again', async () => {
    const of = options();
    const first = cluster(of);
    expect(await first.start()).toBe('started');
    await write(first);
    const stranger = first.superuserUrl().replace(/:[^:@]+@/, ':a guess@');
    await expect(withClient(stranger, async () => undefined)).rejects.toThrow('password authentication failed');
    await expect(withClient(first.superuserUrl(), refused)).rejects.toThrow('duplicate key');
    expect(readFileSync(first.logFile, 'utf8')).not.toContain('a patient');
    await first.stop();
    expect(first.pid).toBeUndefined();

    const second = cluster(of);
    expect(await second.start()).toBe('started');
    expect(await read(second)).toEqual([{ word: 'here' }]);
  });

  it('outlives a killed supervisor, and the next one takes it over with what was written', async () => {
    const of = options();
    const killed = await supervisor(of);
    const next = cluster(of);
    const server = next.pid;
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    expect(await next.start()).toBe('adopted');
    expect(next.pid).toBe(server);
    await write(next);
    expect(await read(next)).toEqual([{ word: 'here' }]);
  });

  it('is started again by its watch after a kill -9, with what was committed', async () => {
    const watched = cluster(options());
    await watched.start();
    await write(watched);
    let restarts = 0;
    const unwatch = watched.watch(() => restarts++);
    const server = watched.pid ?? 0;
    process.kill(server, 'SIGKILL');

    await until('the server is back', () => restarts === 1);
    expect(watched.pid).not.toBe(server);
    expect(await read(watched)).toEqual([{ word: 'here' }]);
    await unwatch();
    await watched.stop();
    expect(alive(server)).toBe(false);
    expect(watched.pid).toBeUndefined();
  });

  it('recovers where both were killed and another program now has the number of its process', async () => {
    const of = options();
    const killed = await supervisor(of);
    const next = cluster(of);
    await withClient(next.superuserUrl().replace(':0/', `:${portOf(of)}/`), (client) => client.query('CREATE TABLE kept (word text)'));
    const server = next.pid ?? 0;
    killed.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await until('the server is gone', () => !alive(server));
    const file = join(of.dataDir, 'postmaster.pid');
    // After a restart of the machine the number may be anybody's; here it is this test's.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));

    expect(await next.start()).toBe('started');
    expect(await read(next)).toEqual([]);
  });

  it('begins anew where initdb was killed half way', async () => {
    const of = options();
    const whole = cluster(of);
    await whole.start();
    await whole.stop();
    const again = options();
    cpSync(of.dataDir, `${again.dataDir}.partial`, { recursive: true });
    rmSync(join(`${again.dataDir}.partial`, 'global'), { recursive: true });
    expect(await cluster(again).start()).toBe('started');
  });

  it('never runs as root, and nobody else reads its data', async () => {
    const of = options();
    const running = cluster(of);
    await running.start();
    const user = serviceUser();
    const { uid, mode } = statSync(of.dataDir);
    expect(uid).toBe(user?.uid ?? process.getuid?.());
    expect(uid).not.toBe(0);
    expect(mode & 0o077).toBe(0);
    expect(existsSync(`${of.dataDir}.pw`)).toBe(false);
  });
});

function portOf({ dataDir }: ClusterOptions): string {
  return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
}
