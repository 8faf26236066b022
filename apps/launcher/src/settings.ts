import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachable } from './postgres/binaries.ts';
import { serviceUser } from './postgres/service-user.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Made once on the first start and kept beside the data: without the master key nothing sealed can be read. */
export interface Secrets {
  masterKey: string;
  sessionSecret: string;
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
  twilioAuthToken: string;
}

export interface Settings {
  port: number;
  publicUrl: string;
  dataDir: string;
  /** Set where the data is not where one would look, with the reason. */
  moved: string | undefined;
  demo: boolean;
  /** PostgreSQL of one's own instead of the embedded one. */
  external: { databaseUrl: string; ownerUrl: string; queueUrl: string | undefined } | undefined;
  redisUrl: string | undefined;
}

export class SettingsError extends Error {}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_525) {
    throw new SettingsError(`PORT is "${env['PORT']}"; it must be a whole number from 1 to 65525 (nine more ports follow it)`);
  }
  const { dataDir, moved } = dataFolder(env['KEEL_DATA_DIR']);
  return {
    port,
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir,
    moved,
    demo: env['KEEL_DEMO'] !== 'off',
    external: externalDatabase(env),
    redisUrl: env['REDIS_URL'],
  };
}

/** PostgreSQL refuses root, and its own user must reach the data: under a closed parent the data lives in /var/lib/keel. */
function dataFolder(wanted: string | undefined): { dataDir: string; moved: string | undefined } {
  const dataDir = resolve(wanted ?? join(ROOT, '.keel'));
  if (!serviceUser()) return { dataDir, moved: undefined };
  let parent = dataDir;
  while (!existsSync(parent)) parent = dirname(parent);
  if (reachable(parent)) return { dataDir, moved: undefined };
  if (wanted) throw new SettingsError(`KEEL_DATA_DIR=${wanted} lies in a folder that only root may enter; PostgreSQL does not run as root. Choose another.`);
  const shelter = join('/var/lib/keel', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  return { dataDir: shelter, moved: `${dataDir} lies in a folder that only root may enter, so the data is in ${shelter}` };
}

function externalDatabase(env: NodeJS.ProcessEnv): Settings['external'] {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) return undefined;
  const ownerUrl = env['DATABASE_OWNER_URL'];
  if (!ownerUrl) throw new SettingsError('DATABASE_URL is set, so DATABASE_OWNER_URL must be too: the role keel_owner, which migrates');
  const queueUrl = env['QUEUE_DATABASE_URL'];
  if (!queueUrl && !env['REDIS_URL']) {
    throw new SettingsError('DATABASE_URL is set, so set QUEUE_DATABASE_URL (the role keel_queue) or REDIS_URL for the queues too');
  }
  return { databaseUrl, ownerUrl, queueUrl };
}

/** Creates the data folder on the first start; others on the machine may pass it and read nothing. */
export function prepareDataFolder(dataDir: string): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  chmodSync(dataDir, 0o711);
  const user = serviceUser();
  if (user && statSync(dataDir).uid !== user.uid) chownSync(dataDir, user.uid, user.gid);
}

export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const word = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    masterKey: randomBytes(32).toString('base64'),
    sessionSecret: randomBytes(48).toString('base64url'),
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    queuePassword: word(),
    twilioAuthToken: word(),
  };
  // Written whole or not at all: half a file would lock the data for good.
  writeFileSync(`${file}.partial`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return secrets;
}
