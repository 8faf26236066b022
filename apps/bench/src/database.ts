import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@keel/api/migrate';
import { Cluster } from '../../launcher/src/postgres/cluster.ts';
import { prepareDatabase, withClient } from '../../launcher/src/postgres/databases.ts';
import type { Options } from './options.ts';
import { seed } from './seed.ts';
import { addDays, FREE_FROM, type World } from './world.ts';

const DATABASE = 'keel_bench';

export interface Bench {
  world: World;
  appUrl: string;
  /** Past every policy: to look at what no route shows. */
  superuserUrl: string;
  queueUrl: string;
  postmaster: number;
  stop(): Promise<void>;
}

interface Kept {
  world: World;
  password: string;
}

/** A PostgreSQL of the run's own with the server settings of `npm start`, migrated and filled. */
export async function prepare(options: Options, say: (text: string) => void): Promise<Bench> {
  const home = options.dataDir ?? join(tmpdir(), `keel-bench-${options.size.clinics}x${options.size.patients}`);
  const stateFile = join(home, 'bench.json');
  if (!options.keep || !existsSync(stateFile)) rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  const kept = existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, 'utf8')) as Kept) : undefined;
  const password = kept?.password ?? randomBytes(16).toString('hex');
  const world = kept?.world ?? { size: options.size, monday: thisMonday() };
  const cluster = new Cluster({ dataDir: join(home, 'data'), superuserPassword: password });
  await cluster.start();
  const migrated = () =>
    migrate(cluster.url('keel_owner', password, DATABASE), { queueUrl: cluster.url('keel_queue', password, DATABASE) });
  if (!kept) {
    say(`Making ${options.size.clinics} clinics of ${options.size.patients} patients…`);
    await prepareDatabase(cluster.superuserUrl(), DATABASE, { ownerPassword: password, appPassword: password, queuePassword: password });
    await migrated();
    await seed(cluster.superuserUrl(DATABASE), world, say);
    writeFileSync(stateFile, JSON.stringify({ world, password } satisfies Kept), { mode: 0o600 });
  } else {
    await migrated();
    // What the last run booked would be in the way of this one.
    await withClient(cluster.superuserUrl(DATABASE), (client) => client.query('DELETE FROM booking WHERE start_at >= $1', [FREE_FROM]));
  }
  return {
    world,
    superuserUrl: cluster.superuserUrl(DATABASE),
    appUrl: cluster.url('keel_app', password, DATABASE),
    queueUrl: cluster.url('keel_queue', password, DATABASE),
    postmaster: Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    async stop() {
      await cluster.stop();
      if (!options.keep) rmSync(home, { recursive: true, force: true });
    },
  };
}

function thisMonday(): string {
  const today = new Date().toISOString().slice(0, 10);
  return addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
}
