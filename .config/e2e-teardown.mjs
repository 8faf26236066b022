import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { cluster, home } = globalThis.keelTestCluster;
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
