// One throw-away PostgreSQL for the whole run, with a migrated template that each jest worker clones. Runs on the built
// packages (`npm run build` first), because jest does not transform what a global set-up imports dynamically.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const TEMPLATE = 'keel_template';

export default async function setUp() {
  const { Cluster } = await import('../apps/launcher/src/postgres/cluster.ts');
  const { prepareDatabase } = await import('../apps/launcher/src/postgres/databases.ts');
  const { migrate } = await import('../apps/api/dist/migrate.js');
  const home = mkdtempSync(join(tmpdir(), 'keel-e2e-'));
  chmodSync(home, 0o755);
  const password = randomBytes(12).toString('hex');
  const cluster = new Cluster({
    dataDir: join(home, 'data'),
    superuserPassword: password,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400', shared_buffers: '128MB' },
  });
  await cluster.start();
  await prepareDatabase(cluster, TEMPLATE, { ownerPassword: password, appPassword: password, queuePassword: password });
  await migrate(cluster.url('keel_owner', password, TEMPLATE), { queueUrl: cluster.url('keel_queue', password, TEMPLATE) });
  process.env.KEEL_TEST_CLUSTER = JSON.stringify({ port: cluster.port, password, template: TEMPLATE });
  globalThis.keelTestCluster = { cluster, home };
}
