import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './settings.ts';
import { withFiles } from './settings-files.ts';
import { workshop } from './testing/workshop.ts';

interface Service {
  image?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  secrets?: string[];
  environment?: Record<string, string>;
  env_file?: string[];
}

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; secrets: Record<string, { file: string }> };
const services = Object.entries(compose.services);
const shop = workshop();
afterAll(() => shop.remove());

function made(folder: string): void {
  execFileSync(process.execPath, [join(ROOT, 'apps/launcher/src/make-secrets.ts'), folder], { stdio: 'ignore' });
}

describe('the composition of containers', () => {
  it.each(services)('%s writes nowhere but to its volumes, and has no right that it does not need', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('names the exact version of each image, also of the one that Keel is built from', () => {
    const images = services.map(([, { image }]) => image).filter((image) => image !== 'keel');
    const from = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').match(/^FROM (\S+)/gm) ?? [];
    for (const image of [...images, ...from]) expect(image).toMatch(/:\d+\.\d+/);
  });

  it('passes on what .env says, but for what it decides itself', () => {
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]).toMatchObject({ env_file: ['.env'], environment: { KEEL_ENV: 'production', PORT: '3000' } });
    }
    // Those who migrate and who keep the data have nothing of it.
    for (const name of ['migrate', 'postgres', 'redis']) expect(compose.services[name]).not.toHaveProperty('env_file');
  });

  it('keeps every secret out of the image that is built beside them', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    const folders = new Set(Object.values(compose.secrets).map(({ file }) => file.split('/')[0]));
    expect(ignored).toEqual(expect.arrayContaining([...folders, '.env', '.env.*', '.keel*', '.git']));
  });

  it('has no secret of its own, and reaches nobody but this machine', () => {
    for (const [, { environment = {}, ports = [] }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEY|TOKEN|_URL/.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/^(\/run\/secrets\/|\$\{)/)]);
        expect(value).not.toMatch(/:-\w*(token|secret|password)/i);
      }
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('takes exactly the secrets that are made for it', () => {
    const folder = join(shop.path, 'secrets');
    made(folder);
    const wanted = Object.values(compose.secrets).map(({ file }) => file.replace('secrets/', ''));
    expect(readdirSync(folder).sort()).toEqual(wanted.sort());
    const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(folder).mode & 0o077).toBe(0);
  });
});

describe('the secrets of containers', () => {
  it('are made once: a second run changes nothing, and a lost one is told instead of replaced', () => {
    const folder = join(shop.path, 'again');
    made(folder);
    const before = readFileSync(join(folder, 'database_url'), 'utf8');
    made(folder);
    expect(readFileSync(join(folder, 'database_url'), 'utf8')).toBe(before);
    rmSync(join(folder, 'database_owner_url'));
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'apps/launcher/src/make-secrets.ts'), folder], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('lacks database_owner_url')]);
  });

  it('come into the environment from their files', () => {
    const folder = join(shop.path, 'read');
    made(folder);
    const read = withFiles({ DATABASE_URL_FILE: join(folder, 'database_url'), PORT: '3000' });
    expect(read['DATABASE_URL']).toMatch(/^postgres:\/\/keel_app:[0-9a-f]{48}@postgres:5432\/keel$/);
    expect(read).not.toHaveProperty('DATABASE_URL_FILE');
    expect(() => withFiles({ REDIS_URL_FILE: join(folder, 'gone') })).toThrow(/REDIS_URL_FILE cannot be read/);
    expect(() => withFiles({ REDIS_URL_FILE: join(folder, 'redis_url'), REDIS_URL: 'x' })).toThrow(/set twice/);
  });
});
