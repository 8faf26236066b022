import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import S3rver from 's3rver';
import { Cluster } from '../postgres/cluster.ts';
import { withClient } from '../postgres/databases.ts';
import { alive } from '../process.ts';
import { loadSecrets, saveSecrets } from '../secrets.ts';
import { postgresFolder } from '../settings.ts';
import { command } from '../testing/commands.ts';
import { Launches, PATIENCE_MS, stopped } from '../testing/launch.ts';
import { freeBase, until, workshop } from '../testing/workshop.ts';
import { readStatus } from './status.ts';

const shop = workshop();
const dataDir = join(shop.path, 'data');
const backups = join(shop.path, 'backups');
const secretsFile = join(dataDir, 'secrets.json');
const PASSWORD = 'nine lanterns over water';
let port = 0;
const launches: Launches[] = [];

function at(folder: string): Launches {
  const made = new Launches(port, folder);
  launches.push(made);
  return made;
}

/** The server of a data folder that Keel, or nobody, runs. */
function server(folder: string): Cluster {
  const secrets = loadSecrets(folder);
  return new Cluster({ dataDir: postgresFolder(folder, secrets).folder, superuserPassword: secrets.superuserPassword });
}

async function sql<T extends object>(folder: string, text: string, values: unknown[] = []): Promise<T[]> {
  const cluster = server(folder);
  await until('PostgreSQL answers', () => cluster.runs());
  return withClient(cluster.superuserUrl('keel'), async (client) => (await client.query<T>(text, values)).rows);
}

const post = (path: string, body: object) =>
  fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const signUp = (slug: string) =>
  post('/clinics', {
    ...{ name: 'Small Clinic', slug, timeZone: 'America/Toronto', country: 'CA', region: 'ON', currency: 'CAD', locale: 'en' },
    owner: { email: `${slug}@clinic.example`, password: PASSWORD, firstName: 'Ada', lastName: 'Grey' },
  }).then(({ status }) => status);

const walFiles = () => {
  const [line = ''] = readdirSync(backups);
  return readdirSync(join(backups, line, 'wal'));
};

/** What is written by now is in the backups when this returns. */
async function archived(): Promise<void> {
  const [row] = await sql<{ name: string }>(dataDir, 'SELECT pg_walfile_name(pg_switch_wal()) AS name');
  await until('the log is archived', () => walFiles().includes(row?.name ?? ''));
}

/** Writes pairs, each in one transaction, until it is told to stop or the database is gone. @returns those that were acknowledged */
async function writer(acknowledged: number[], goesOn: () => boolean): Promise<void> {
  const cluster = server(dataDir);
  await cluster.runs();
  await withClient(cluster.superuserUrl('keel'), async (client) => {
    client.on('error', () => undefined);
    for (let n = 1; goesOn(); n++) {
      await client.query('BEGIN');
      for (const half of [1, 2]) await client.query('INSERT INTO proof VALUES ($1, $2, repeat($3, 500))', [n, half, 'x']);
      await client.query('COMMIT');
      acknowledged.push(n);
    }
  }).catch(() => undefined);
}

const restore = (to: string, args: string[] = []) => command('restore', ['--from', backups, '--to', to, '--secrets', secretsFile, ...args]);
const clinics = async (folder: string) =>
  (await sql<{ slug: string }>(folder, 'SELECT slug FROM clinic ORDER BY slug')).map(({ slug }) => slug);

/** Looks into a restored folder without starting Keel on it. */
async function inside<T>(folder: string, look: () => Promise<T>): Promise<T> {
  const cluster = server(folder);
  await cluster.start();
  return look().finally(() => cluster.stop());
}

beforeAll(async () => {
  mkdirSync(backups);
  port = await freeBase();
});

afterAll(async () => {
  for (const made of launches) await made.stopAll();
  shop.remove();
}, PATIENCE_MS);

/** In order: the first makes the backup of a clinic that is killed under load, and the others restore from it. */
describe('a backup', () => {
  const acknowledged: number[] = [];
  let archivedUpTo = 0;
  let between = '';

  it(
    'is made and verified by itself while Keel runs, and the log follows it',
    async () => {
      const running = await at(dataDir).launched({ KEEL_BACKUP_TO: backups, KEEL_RATE_LIMIT: 'off' });
      await until('a backup is verified', () => readStatus(dataDir)?.verifiedAt !== undefined, PATIENCE_MS);
      expect(await signUp('before')).toBe(201);
      await sql(dataDir, 'CREATE TABLE proof (n integer, half integer, filling text)');
      let goesOn = true;
      const writing = writer(acknowledged, () => goesOn);
      await until('much was written', () => acknowledged.length > 1000);
      await sleep(20);
      between = new Date().toISOString();
      await sleep(20);
      expect(await signUp('after')).toBe(201);
      archivedUpTo = acknowledged.length;
      await archived();
      await until('more was written', () => acknowledged.length > archivedUpTo + 200);
      // Everything at once, as where the power fails: Keel, what it supervises, and the database.
      const pids = ['api', 'backup'].map((name) => Number(readFileSync(join(dataDir, `${name}.pid`), 'utf8').split('\n')[0]));
      const database = server(dataDir).pid ?? 0;
      for (const pid of [running.child.pid ?? 0, ...pids, database]) process.kill(pid, 'SIGKILL');
      goesOn = false;
      await writing;
      await until('the database is gone', () => !alive(database));
    },
    PATIENCE_MS * 2,
  );

  it(
    'holds every write that was acknowledged before its last log, none of them half, and Keel starts on it',
    async () => {
      const restored = join(shop.path, 'restored');
      const { code, said } = await restore(restored);
      expect(said).toMatch(/Everybody signs in anew/);
      expect(code).toBe(0);
      const running = await at(restored).launched({ KEEL_RATE_LIMIT: 'off' });
      const pairs = await sql<{ n: number; halves: number }>(
        restored,
        'SELECT n, count(*)::int AS halves FROM proof GROUP BY n ORDER BY n',
      );
      expect(pairs.filter(({ halves }) => halves !== 2)).toEqual([]);
      expect(pairs.length).toBeGreaterThanOrEqual(archivedUpTo);
      expect(pairs.slice(0, archivedUpTo).map(({ n }) => n)).toEqual(acknowledged.slice(0, archivedUpTo));
      expect((await post('/session', { email: 'after@clinic.example', password: PASSWORD })).status).toBeLessThan(300);
      await stopped(running);
    },
    PATIENCE_MS * 2,
  );

  it(
    'is restored to an instant, and refuses one that it does not reach',
    async () => {
      const restored = join(shop.path, 'earlier');
      expect(await restore(restored, ['--until', between])).toMatchObject({ code: 0 });
      expect(await inside(restored, () => clinics(restored))).toEqual(['before']);
      const late = await restore(join(shop.path, 'late'), ['--until', '2199-01-01T00:00:00Z']);
      expect(late.said).toMatch(/does not reach 2199-01-01T00:00:00.000Z.*Name an earlier instant/);
      const early = await restore(join(shop.path, 'early'), ['--until', '2001-01-01T00:00:00Z']);
      expect(early.said).toMatch(/nothing before it can be restored/);
      expect((await restore(join(shop.path, 'zone'), ['--until', '2026-01-01 10:00'])).said).toMatch(/an instant with its zone/);
      for (const name of ['late', 'early']) expect(readdirSync(join(shop.path, name))).toEqual(['secrets.json']);
    },
    PATIENCE_MS,
  );

  it('writes over nothing that is there, and needs the secrets', async () => {
    const before = readFileSync(join(server(dataDir).dataDir, 'PG_VERSION'));
    expect((await command('restore', ['--from', backups, '--to', dataDir])).said).toMatch(
      /holds a database already, and nothing is written over/,
    );
    expect(readFileSync(join(server(dataDir).dataDir, 'PG_VERSION'))).toEqual(before);
    const { code, said } = await command('restore', ['--from', backups, '--to', join(shop.path, 'bare')]);
    expect(said).toMatch(/does not hold the secrets/);
    expect(code).toBe(1);
  });

  it('is opened by its own key alone, and of its own installation', async () => {
    const other = join(shop.path, 'other');
    mkdirSync(other);
    saveSecrets(other, { ...loadSecrets(dataDir), masterKey: Buffer.alloc(32, 5).toString('base64') });
    const refused = await command('restore', ['--from', backups, '--to', other]);
    expect(refused.said).toMatch(/sealed with another key. Use the copy of secrets.json/);
    expect(readdirSync(other)).toEqual(['secrets.json']);
    const foreign = join(shop.path, 'foreign');
    mkdirSync(foreign);
    saveSecrets(foreign, { ...loadSecrets(dataDir), installation: '0123456789ab' });
    expect((await command('restore', ['--from', backups, '--to', foreign])).said).toMatch(/of another installation/);
  });

  /** A copy of the backups in which one file is no longer what it was. */
  function spoilt(name: string, spoil: (line: string) => void): string {
    const copy = join(shop.path, name);
    cpSync(backups, copy, { recursive: true });
    spoil(join(copy, readdirSync(copy)[0] ?? ''));
    return copy;
  }
  const flip = (file: string) => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(file, bytes);
  };
  const rewrite = (file: string, change: (text: string) => string) => writeFileSync(file, change(readFileSync(file, 'utf8')));
  const lastBase = (line: string) => join(line, 'base', readdirSync(join(line, 'base')).sort().at(-1) ?? '');
  const wal = (line: string, which: number) => join(line, 'wal', readdirSync(join(line, 'wal')).sort().at(which) ?? '');

  it.each([
    [
      'a pack that was altered by a bit',
      (line: string) => flip(join(lastBase(line), 'pack-000000')),
      /pack-000000 of the backup was altered/,
    ],
    [
      'a pack that is cut off',
      (line: string) => truncateSync(join(lastBase(line), 'pack-000000'), 5000),
      /pack-000000 of the backup was altered or is cut off/,
    ],
    [
      'a manifest that is cut off',
      (line: string) => truncateSync(join(lastBase(line), 'manifest'), 30),
      /manifest of the backup was altered or is cut off/,
    ],
    ['a log that was altered by a bit', (line: string) => flip(wal(line, -1)), /of the backup was altered/],
    ['a log that stands in the place of another', (line: string) => cpSync(wal(line, -2), wal(line, -1)), /of the backup was altered/],
    [
      'a line that begins at another time',
      (line: string) => rewrite(join(line, 'line.json'), (text) => text.replace(/"beganAt": "\d/, '"beganAt": "1')),
      /line\.json of the backup was altered/,
    ],
    [
      'a line without a mark',
      (line: string) => rewrite(join(line, 'line.json'), (text) => text.replace(/,\s*"mark": "\w+"/, '')),
      /line\.json of the backup was altered, or comes from a Keel that did not mark it yet/,
    ],
    [
      'a line that is cut off',
      (line: string) => truncateSync(join(line, 'line.json'), 40),
      /line\.json of the backup was altered or is cut off/,
    ],
    ['an empty log', (line: string) => truncateSync(wal(line, -1), 0), /of the backup was altered or is cut off/],
  ])(
    'refuses %s, and leaves nothing behind',
    async (what, spoil, says) => {
      const copy = spoilt(`spoilt ${what}`, spoil);
      const to = join(shop.path, `to ${what}`);
      const { code, said } = await command('restore', ['--from', copy, '--to', to, '--secrets', secretsFile]);
      expect(said).toMatch(says);
      expect(code).toBe(1);
      expect(readdirSync(to)).toEqual(['secrets.json']);
    },
    PATIENCE_MS,
  );

  it(
    'of a Keel that stands still is made all the same, one at a time, and begins no line beside the one there is',
    async () => {
      const both = await Promise.all([1, 2].map(() => command('backup', ['--to', backups, '--verify'], { KEEL_DATA_DIR: dataDir })));
      expect(both.map(({ code }) => code).toSorted()).toEqual([0, 1]);
      expect(both.find(({ code }) => code === 0)?.said).toMatch(/2 clinics with whole audit chains/);
      expect(both.find(({ code }) => code === 1)?.said).toMatch(/being made already|already runs on/);
      expect(readdirSync(backups)).toHaveLength(1);
      expect(existsSync(join(dataDir, 'backup.turn'))).toBe(false);
    },
    PATIENCE_MS,
  );

  it(
    'is made anew at once where Keel ran without backups in between, and then holds what was written there',
    async () => {
      const without = await at(dataDir).launched({ KEEL_RATE_LIMIT: 'off' });
      expect(without.said()).toMatch(/No backups are made: set KEEL_BACKUP_TO/);
      expect(await signUp('unseen')).toBe(201);
      for (let n = 0; n < 2; n++) await sql(dataDir, 'SELECT pg_switch_wal(), txid_current()');
      await stopped(without);
      const began = Date.now();
      const running = await at(dataDir).launched({ KEEL_BACKUP_TO: backups });
      await until('another backup is verified', () => (readStatus(dataDir)?.verifiedAt ?? 0) > began, PATIENCE_MS);
      await stopped(running);
      expect(existsSync(`${server(dataDir).dataDir}.verify`)).toBe(false);
      const restored = join(shop.path, 'seen');
      expect(await restore(restored)).toMatchObject({ code: 0 });
      expect(await inside(restored, () => clinics(restored))).toContain('unseen');
    },
    PATIENCE_MS * 2,
  );

  it(
    'goes into a bucket and comes back from it, and of two that are verified the newer stays where one is kept',
    async () => {
      const directory = join(shop.path, 's3');
      mkdirSync(directory);
      const configureBuckets = [{ name: 'clinic', configs: [] }];
      const s3 = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
      const endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
      const env = {
        KEEL_BACKUP_S3_ENDPOINT: endpoint,
        AWS_ACCESS_KEY_ID: 'S3RVER',
        AWS_SECRET_ACCESS_KEY: 'S3RVER',
        KEEL_BACKUP_KEEP: '1',
      };
      const to = 's3://clinic/keel';
      try {
        for (let n = 0; n < 2; n++) {
          expect(await command('backup', ['--to', to, '--verify'], { KEEL_DATA_DIR: dataDir, ...env })).toMatchObject({ code: 0 });
        }
        const listed = await command('backup', ['--to', to, '--list'], { KEEL_DATA_DIR: dataDir, ...env });
        expect(listed.said.match(/ verified/g)).toHaveLength(1);
        const restored = join(shop.path, 'from-s3');
        expect(await command('restore', ['--from', to, '--to', restored, '--secrets', secretsFile], env)).toMatchObject({ code: 0 });
        expect(await inside(restored, () => clinics(restored))).toEqual(['after', 'before', 'unseen']);
      } finally {
        await s3.close();
      }
    },
    PATIENCE_MS,
  );

  it('is refused in words without a place for it, where that is not there, and of a PostgreSQL of one’s own', async () => {
    const run = (args: string[], env = {}) => command('backup', args, { KEEL_DATA_DIR: dataDir, ...env }).then(({ said }) => said);
    expect(await run([])).toMatch(/Say where the backup goes/);
    expect(await run(['--to', join(shop.path, 'nowhere')])).toMatch(/is not there. Make it, or mount the disk/);
    const external = { DATABASE_URL: 'postgres://a@b/c', DATABASE_OWNER_URL: 'postgres://a@b/c', REDIS_URL: 'redis://b' };
    expect(await run(['--to', backups], external)).toMatch(/a PostgreSQL of your own.*pgBackRest/);
  });
});
