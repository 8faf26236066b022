import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portIsFree } from './ports.ts';
import { alive } from './process.ts';
import type { Secrets } from './secrets.ts';
import { postgresFolder, ROOT } from './settings.ts';
import { Launches, PATIENCE_MS, stopped } from './testing/launch.ts';
import { freeBase, until, workshop } from './testing/workshop.ts';

const shop = workshop();
const dataDir = join(shop.path, 'data');
let port = 0;

let launches: Launches;
const launch = (env?: Record<string, string>) => launches.launch(env);
const launched = (env?: Record<string, string>) => launches.launched(env);

const ready = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.status;
const apiPid = () => Number(readFileSync(join(dataDir, 'api.pid'), 'utf8').split('\n')[0]);
const allFree = async () => (await Promise.all([0, 1, 2, 3].map((n) => portIsFree(port + n, '127.0.0.1')))).every(Boolean);
const secrets = () => JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Secrets;

/** What is answered of a date and of a sum in a new clinic. */
async function aPatientAndAService(): Promise<unknown[]> {
  let cookie = '';
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return [answer.status, await answer.json()] as [number, { dateOfBirth?: string; price?: object }];
  };
  const owner = { email: 'owner@start.example', password: 'correct horse battery', firstName: 'Olive', lastName: 'Owner' };
  const place = { timeZone: 'America/Toronto', country: 'CA', region: 'ON', currency: 'CAD', locale: 'en' };
  await post('/clinics', { name: 'Érablière Physio', slug: 'started', ...place, owner });
  const [made, patient] = await post('/patients', { firstName: 'Amélie', lastName: 'Gagné', dateOfBirth: '1988-02-29' });
  const price = { amount: 12_000, currency: 'CAD' };
  const offered = { name: 'Treatment', durationMinutes: 45, price, taxCode: 'exempt', profession: 'physiotherapist', onlineBookable: true };
  const [added, service] = await post('/services', offered);
  return [made, patient.dateOfBirth, added, service.price];
}

beforeAll(async () => {
  port = await freeBase();
  launches = new Launches(port, dataDir);
});

afterAll(async () => {
  await launches.stopAll();
  shop.remove();
}, PATIENCE_MS);

describe('npm start', () => {
  it(
    'serves at the printed address, keeps its secrets to itself, and frees every port on Ctrl-C',
    async () => {
      const running = await launched();
      expect(running.said()).toContain(`http://localhost:${port}`);
      expect(await ready()).toBe(200);
      expect((await fetch(`http://127.0.0.1:${port + 3}/`)).status).toBe(200);
      // From its bundle as from the compiled files: what a bundle holds twice would be missing here.
      const described = (await (await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`)).json()) as object;
      expect(described).toEqual(JSON.parse(readFileSync(join(ROOT, 'libs/api-client/openapi.json'), 'utf8')));
      expect((await fetch(`http://127.0.0.1:${port}/api/docs/swagger-ui-bundle.js`)).status).toBe(200);
      expect(await aPatientAndAService()).toEqual([201, '1988-02-29', 201, { amount: 12_000, currency: 'CAD' }]);
      for (const file of ['secrets.json', 'api.log', 'launcher.pid']) expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
      await stopped(running);
      expect(running.child.exitCode).toBe(0);
      expect(await allFree()).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'refuses a second launcher on the same data, and says which process has it',
    async () => {
      const first = await launched();
      const second = launch({ PORT: String(port + 10) });
      await second.ended;
      expect(second.child.exitCode).toBe(1);
      expect(second.said()).toContain(`process ${first.child.pid}`);
      expect(await ready()).toBe(200);
      await stopped(first);
    },
    PATIENCE_MS,
  );

  it(
    'killed, leaves an API that ends by itself and a database that the next start takes over',
    async () => {
      const killed = await launched();
      const api = apiPid();
      const before = secrets();
      killed.child.kill('SIGKILL');
      await killed.ended;
      await until('the API is gone', () => !alive(api));

      const next = await launched();
      expect(next.said()).toContain('taken over');
      expect(await ready()).toBe(200);
      expect(secrets()).toEqual(before);
      await stopped(next);
      expect(await allFree()).toBe(true);
    },
    PATIENCE_MS,
  );

  it(
    'starts a killed API again',
    async () => {
      const running = await launched();
      const api = apiPid();
      process.kill(api, 'SIGKILL');
      await until('another API serves', async () => (await ready()) === 200 && apiPid() !== api);
      await stopped(running);
    },
    PATIENCE_MS,
  );

  it(
    'is not fooled by the number of a process that is another program by now',
    async () => {
      writeFileSync(join(dataDir, 'launcher.pid'), `${process.pid}\n`);
      writeFileSync(join(dataDir, 'api.pid'), `${process.pid}\n${join(ROOT, 'apps/api/dist/bundle/main.js')}`);
      await stopped(await launched());
    },
    PATIENCE_MS,
  );

  it(
    'says what is wrong with a setting, and with a port that is taken, before anything runs',
    async () => {
      const wrong = launch({ PORT: 'eighty' });
      await wrong.ended;
      expect(wrong.said()).toContain('PORT is "eighty"');

      const half = launch({ DATABASE_URL: 'postgres://keel_app:x@localhost/keel' });
      await half.ended;
      expect(half.said()).toContain('DATABASE_OWNER_URL');

      const other = spawn(process.execPath, ['-e', `require('net').createServer().listen(${port + 3}, '127.0.0.1')`]);
      await until('the port is taken', async () => !(await portIsFree(port + 3, '127.0.0.1')));
      const blocked = launch();
      await blocked.ended;
      other.kill();
      expect(blocked.child.exitCode).toBe(1);
      expect(blocked.said()).toContain(`Port ${port + 3} cannot be used`);
      expect(await portIsFree(port + 1, '127.0.0.1')).toBe(true);
    },
    PATIENCE_MS,
  );

  it('puts the database where its user reaches it, under a folder that only root may enter', () => {
    const closed = join(shop.path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const { folder, moved } = postgresFolder(closed, { installation: `test-${port}` });
    if (process.getuid?.() === 0) expect({ folder, moved }).toEqual({ folder: `/var/lib/keel/test-${port}/postgres`, moved: true });
    else expect({ folder, moved }).toEqual({ folder: join(closed, 'postgres'), moved: false });
    rmSync(`/var/lib/keel/test-${port}`, { recursive: true, force: true });
  });
});
