import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresFolder } from './settings.ts';
import { loadSecrets } from './secrets.ts';
import { command } from './testing/commands.ts';
import { Launches, PATIENCE_MS, stopped } from './testing/launch.ts';
import { freeBase, until, workshop } from './testing/workshop.ts';

// A file system of its own, to be filled or closed, is made by root alone.
const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? describe : describe.skip;
const shop = workshop();
const disk = join(shop.path, 'disk');
const dataDir = join(disk, 'data');
let port = 0;
let launches: Launches;

const mounted = (options: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
const answer = async (path: string) =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined))?.status;
const apiPid = () => Number(readFileSync(join(dataDir, 'api.pid'), 'utf8').split('\n')[0]);
const listing = () => readdirSync(dataDir).sort();

beforeAll(async () => {
  mkdirSync(disk);
  port = await freeBase();
  launches = new Launches(port, dataDir);
});

afterAll(async () => {
  await launches.stopAll();
  if (process.getuid?.() === 0) for (let mount = 0; mount < 2; mount++) spawnQuietly('umount', ['-l', disk]);
  shop.remove();
}, PATIENCE_MS);

function spawnQuietly(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    // Nothing was mounted.
  }
}

/** Takes every byte that is left. @returns a function that gives them back. */
function filled(): () => void {
  const file = join(disk, 'filler');
  spawnQuietly('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k']);
  return () => rmSync(file, { force: true });
}

const signUp = (slug: string) =>
  fetch(`http://127.0.0.1:${port}/api/v1/clinics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(20_000),
    body: JSON.stringify({
      name: 'Small Clinic',
      slug,
      timeZone: 'America/Toronto',
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'en',
      owner: { email: `${slug}@clinic.example`, password: 'nine lanterns over water', firstName: 'Ada', lastName: 'Grey' },
    }),
  }).then(
    ({ status }) => status,
    () => undefined,
  );

asRoot('on a disk that fills up', () => {
  it(
    'the launcher and the API go on, come back when there is room, and lose nothing that was answered',
    async () => {
      mounted('size=260m,mode=755');
      const running = await launches.launched({ KEEL_RATE_LIMIT: 'off' });
      expect(await signUp('before-it')).toBe(201);
      const giveBack = filled();
      const answered: number[] = [];
      for (let n = 0; n < 20; n++) {
        const status = await signUp(`full-${n}`);
        if (status === 201) answered.push(n);
      }
      // What dies now finds no room for its log and its note.
      process.kill(apiPid(), 'SIGKILL');
      await until('the API lives again', async () => (await answer('/health/live')) === 200);
      expect(running.child.exitCode).toBeNull();
      giveBack();
      await until('all of it serves again', async () => (await answer('/health/ready')) === 200);
      await until('the note of the new process is there', () => existsSync(join(dataDir, 'api.pid')) && apiPid() > 0);
      expect(await signUp('after-it')).toBe(201);
      // A slug that is taken was kept.
      for (const n of answered) expect(await signUp(`full-${n}`)).toBe(409);
      expect(await signUp('before-it')).toBe(409);
      await stopped(running);
      expect(running.child.exitCode).toBe(0);
    },
    PATIENCE_MS * 2,
  );

  it(
    'a start says that there is no room, and one on a read-only folder that it is read-only',
    async () => {
      const giveBack = filled();
      const before = listing();
      const elsewhere = new Launches(port, join(disk, 'fresh', 'data'));
      expect(await elsewhere.refusal()).toMatch(/has no room left. Free some space/);
      giveBack();
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      expect(await launches.refusal()).toMatch(/is read-only. Mount it so that it can be written to/);
      expect(await new Launches(port, join(disk, 'other')).refusal()).toMatch(/its disk is read-only/);
      execFileSync('mount', ['-o', 'remount,rw', disk]);
      expect(listing()).toEqual(before);
    },
    PATIENCE_MS,
  );
});

describe('a start', () => {
  const here = join(shop.path, 'here');
  let ownPort = 0;
  const own = () => new Launches(ownPort, here);

  beforeAll(async () => {
    ownPort = await freeBase();
  });

  it(
    'refuses secrets that are missing or cut off, another PostgreSQL’s data and half a data folder, and changes nothing',
    async () => {
      const first = await own().launched();
      await stopped(first);
      const secrets = join(here, 'secrets.json');
      const text = readFileSync(secrets, 'utf8');
      const { folder } = postgresFolder(here, loadSecrets(here));

      rmSync(secrets);
      expect(await own().refusal()).toMatch(/secrets.json is missing/);
      expect(existsSync(secrets)).toBe(false);
      writeFileSync(secrets, text.slice(0, 100));
      expect(await own().refusal()).toMatch(/is not whole/);
      writeFileSync(secrets, text);

      const version = join(folder, 'PG_VERSION');
      writeFileSync(version, '17\n');
      expect(await own().refusal()).toMatch(/written by PostgreSQL 17, and this Keel brings PostgreSQL 18/);
      cpSync(version, `${version}.kept`);
      rmSync(version);
      expect(await own().refusal()).toMatch(/is not whole: it has files, but not PG_VERSION/);
      expect(existsSync(join(folder, 'global', 'pg_control'))).toBe(true);
      rmSync(`${version}.kept`);
      writeFileSync(version, '18\n');

      const foreign = Buffer.alloc(32, 9).toString('base64');
      expect(await own().refusal({ KEEL_MASTER_KEY: foreign })).toMatch(/KEEL_MASTER_KEY is not the key of this installation/);
      await stopped(await own().launched());
    },
    PATIENCE_MS * 2,
  );

  it(
    'refuses to begin anew where its database is gone from its place, and changes its key where that is given from outside',
    async () => {
      const secrets = () => readFileSync(join(here, 'secrets.json'), 'utf8');
      const before = secrets();
      const { folder } = postgresFolder(here, loadSecrets(here));
      renameSync(folder, `${folder}-away`);
      expect(await own().refusal()).toMatch(/has served already, and its database is not in/);
      const away = { KEEL_DATA_DIR: here, PORT: String(ownPort) };
      for (const [name, args] of [
        ['rotate-key', []],
        ['backup', ['--to', shop.path]],
      ] as const) {
        expect(await command(name, [...args], away)).toMatchObject({
          code: 1,
          said: expect.stringContaining('has served already') as string,
        });
      }
      expect(existsSync(folder)).toBe(false);
      expect(secrets()).toBe(before);
      renameSync(`${folder}-away`, folder);

      const [former, next] = [loadSecrets(here).masterKey, Buffer.alloc(32, 'another').toString('base64')];
      const rotate = (env: Record<string, string>) => command('rotate-key', [], { KEEL_DATA_DIR: here, PORT: String(ownPort), ...env });
      expect(await rotate({ KEEL_MASTER_KEY: former, KEEL_NEW_MASTER_KEY: next })).toMatchObject({ code: 0 });
      // Its secrets know nothing of that key: it is refused, and nothing is left to finish.
      expect(await rotate({})).toMatchObject({ code: 1, said: expect.stringContaining('not the one of this database') as string });
      expect(secrets()).toBe(before);
      await stopped(await own().launched({ KEEL_MASTER_KEY: next }));
      expect(await rotate({ KEEL_MASTER_KEY: next, KEEL_NEW_MASTER_KEY: former })).toMatchObject({ code: 0 });
      await stopped(await own().launched());
    },
    PATIENCE_MS * 2,
  );

  it.each([[0], [1], [2], [3]])(
    'says that port %i of its ports is taken, before anything runs',
    async (offset) => {
      const other = await listening(ownPort + offset);
      expect(await own().refusal()).toContain(`Port ${ownPort + offset} cannot be used`);
      other.close();
      await sleep(50);
    },
    PATIENCE_MS,
  );

  it('refuses a data folder that is a file', async () => {
    const file = join(shop.path, 'a-file');
    writeFileSync(file, '');
    expect(await new Launches(ownPort, file).refusal()).toMatch(/cannot be a folder/);
  });
});

function listening(at: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(at, '127.0.0.1', () => resolve(server));
  });
}
