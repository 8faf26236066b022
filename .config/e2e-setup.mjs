// One throw-away PostgreSQL for the whole run, with a migrated template that each jest worker clones. Runs on the built
// packages (`npm run build` first), because jest does not transform what a global set-up imports dynamically.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const TEMPLATE = 'keel_template';
const PREFIX = 'keel-e2e-';

export default async function setUp() {
  const { Cluster } = await import('../apps/launcher/src/postgres/cluster.ts');
  const { reachable } = await import('../apps/launcher/src/postgres/binaries.ts');
  const { prepareDatabase } = await import('../apps/launcher/src/postgres/databases.ts');
  const { migrate } = await import('../apps/api/dist/migrate.js');
  const temporary = reachable(tmpdir()) ? tmpdir() : '/tmp';
  await endAbandoned(temporary, Cluster);
  const home = mkdtempSync(join(temporary, PREFIX));
  chmodSync(home, 0o755);
  writeFileSync(join(home, 'owner.pid'), String(process.pid));
  const password = randomBytes(12).toString('hex');
  const cluster = new Cluster({
    dataDir: join(home, 'data'),
    superuserPassword: password,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400', shared_buffers: '128MB' },
  });
  globalThis.keelTestCluster = { cluster, home };
  await cluster.start();
  await prepareDatabase(cluster.superuserUrl(), TEMPLATE, { ownerPassword: password, appPassword: password, queuePassword: password });
  await migrate(cluster.url('keel_owner', password, TEMPLATE), { queueUrl: cluster.url('keel_queue', password, TEMPLATE) });
  process.env.KEEL_TEST_CLUSTER = JSON.stringify({ port: cluster.port, password, template: TEMPLATE });
}

/** A run that was killed leaves its server behind; the next run ends it. Runs that still go on are left alone. */
async function endAbandoned(temporary, Cluster) {
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(temporary, name);
    const note = join(home, 'owner.pid');
    if (!existsSync(note) || runs(Number(readFileSync(note, 'utf8')))) continue;
    await new Cluster({ dataDir: join(home, 'data'), superuserPassword: '' }).stop().catch(() => undefined);
    rmSync(home, { recursive: true, force: true });
  }
}

function runs(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
