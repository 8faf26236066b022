import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../postgres/cluster.ts';
import { withClient } from '../postgres/databases.ts';
import { loadSecrets } from '../secrets.ts';
import { postgresFolder } from '../settings.ts';
import { command } from '../testing/commands.ts';
import { Launches, PATIENCE_MS, stopped } from '../testing/launch.ts';
import { freeBase, until, workshop } from '../testing/workshop.ts';
import { readStatus } from './status.ts';

// A file system of its own, to be filled, is made by root alone.
const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? describe : describe.skip;
const shop = workshop();
const dataDir = join(shop.path, 'data');
const disk = join(shop.path, 'disk');
let launches: Launches;

function quietly(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    // A disk that is full now, or was never mounted.
  }
}

beforeAll(async () => {
  mkdirSync(disk);
  quietly('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk]);
  launches = new Launches(await freeBase(), dataDir);
});

afterAll(async () => {
  await launches.stopAll();
  quietly('umount', ['-l', disk]);
  shop.remove();
}, PATIENCE_MS);

/** Of the only line. @returns the ids of the base backups whose manifest is there */
function bases(): string[] {
  const [line = ''] = readdirSync(disk).filter((name) => name !== 'filler');
  const folder = join(disk, line, 'base');
  return readdirSync(folder).filter((id) => readdirSync(join(folder, id)).includes('manifest'));
}

const sql = async (text: string) => {
  const secrets = loadSecrets(dataDir);
  const cluster = new Cluster({ dataDir: postgresFolder(dataDir, secrets).folder, superuserPassword: secrets.superuserPassword });
  await cluster.runs();
  await withClient(cluster.superuserUrl('keel'), (client) => client.query(text));
};

asRoot('a full disk of backups', () => {
  it(
    'leaves the former backup whole, raises an alarm, and is caught up with once there is room',
    async () => {
      const running = await launches.launched({ KEEL_BACKUP_TO: disk, ALARM_ARCHIVE_SECONDS: '3', ALARM_LOOK_EVERY_MS: '500' });
      await until('a backup is verified', () => readStatus(dataDir)?.verifiedAt !== undefined, PATIENCE_MS);
      const before = bases();
      quietly('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k']);
      await sql('CREATE TABLE kept AS SELECT gen_random_uuid() FROM generate_series(1, 100000)');
      const { code, said } = await command('backup', ['--to', disk], { KEEL_DATA_DIR: dataDir });
      expect(said).toMatch(/The backup folder .* has no room left. Free some space/);
      expect(code).toBe(1);
      expect(bases()).toEqual(before);
      await sql('SELECT pg_switch_wal()');
      await until('the alarm is raised', () => launches.log('api').includes('What was written lately is in no backup yet'));

      rmSync(join(disk, 'filler'));
      await until('the log is safe again', () => Date.now() - (readStatus(dataDir)?.walSafeAt ?? 0) < 2000);
      await until('the alarm clears', () => launches.log('api').includes('An alarm has cleared'));
      await stopped(running);
      const restored = join(shop.path, 'restored');
      const { code: ended } = await command('restore', ['--from', disk, '--to', restored, '--secrets', join(dataDir, 'secrets.json')]);
      expect(ended).toBe(0);
    },
    PATIENCE_MS * 2,
  );
});
