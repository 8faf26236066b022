import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachable } from './postgres/binaries.ts';
import { serviceUser } from './postgres/service-user.ts';
import type { Secrets } from './secrets.ts';
import { inDataFolder, SettingsError } from './settings-error.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
/** Where PostgreSQL's own user finds what lies out of its reach otherwise. */
export const SHELTER = '/var/lib/keel';

/** PostgreSQL of one's own instead of the embedded one. */
export interface ExternalDatabase {
  databaseUrl: string;
  ownerUrl: string;
  queueUrl: string | undefined;
  /** A superuser who makes the roles and the database; absent where they are there already. */
  adminUrl: string | undefined;
}

export interface Settings {
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  demo: boolean;
  /** Whether the sandbox stands in for the providers that the environment does not name. */
  sandbox: boolean;
  external: ExternalDatabase | undefined;
  redisUrl: string | undefined;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_526) {
    throw new SettingsError(`PORT is "${env['PORT']}"; it must be a whole number from 1 to 65526 (nine more ports follow it)`);
  }
  return {
    port,
    // A demo clinic has a password that everybody knows, so only this machine reaches it unless HOST or PUBLIC_URL says more.
    host: env['HOST'] ?? (env['PUBLIC_URL'] ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: (env['PUBLIC_URL'] ?? `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir: resolve(env['KEEL_DATA_DIR'] ?? join(ROOT, '.keel')),
    demo: isOn('KEEL_DEMO', env),
    sandbox: isOn('KEEL_SANDBOX', env),
    external: externalDatabase(env),
    redisUrl: env['REDIS_URL'],
  };
}

/**
 * A clinic's own installation has no account whose password everybody knows, and nothing that takes its messages and says that they arrived,
 * unless that is said.
 */
function isOn(name: 'KEEL_DEMO' | 'KEEL_SANDBOX', env: NodeJS.ProcessEnv): boolean {
  const said = env[name] ?? (env['KEEL_ENV'] === 'production' ? 'off' : 'on');
  if (said !== 'on' && said !== 'off') throw new SettingsError(`${name} is "${said}"; it must be on or off`);
  return said === 'on';
}

export function externalDatabase(env: NodeJS.ProcessEnv): ExternalDatabase | undefined {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) return undefined;
  const ownerUrl = env['DATABASE_OWNER_URL'];
  if (!ownerUrl) throw new SettingsError('DATABASE_URL is set, so DATABASE_OWNER_URL must be too: the role keel_owner, which migrates');
  const queueUrl = env['REDIS_URL'] ? undefined : env['QUEUE_DATABASE_URL'];
  if (!queueUrl && !env['REDIS_URL']) {
    throw new SettingsError('DATABASE_URL is set, so set QUEUE_DATABASE_URL (the role keel_queue) or REDIS_URL for the queues too');
  }
  return { databaseUrl, ownerUrl, queueUrl, adminUrl: env['DATABASE_ADMIN_URL'] };
}

/** Creates the data folder on the first start; others on the machine may pass it and read nothing. */
export function prepareDataFolder(dataDir: string): void {
  if (existsSync(dataDir)) return;
  inDataFolder(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    chmodSync(dataDir, 0o711);
  });
}

/** Where uploaded files lie, sealed, unless KEEL_FILES names another place. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/** A start makes it, and nothing else: a restore that is refused leaves nothing behind. */
export function prepareFilesFolder(dataDir: string): void {
  inDataFolder(dataDir, () => mkdirSync(filesFolder(dataDir), { recursive: true, mode: 0o700 }));
}

const shelterOf = ({ installation }: Pick<Secrets, 'installation'>): string => join(SHELTER, installation);

/** PostgreSQL refuses root, and its own user must reach its data: below a closed folder the data lives in /var/lib/keel. */
export function postgresFolder(dataDir: string, secrets: Pick<Secrets, 'installation'>): { folder: string; moved: boolean } {
  if (!serviceUser() || reachable(dataDir)) return { folder: join(dataDir, 'postgres'), moved: false };
  const home = shelterOf(secrets);
  for (const folder of [SHELTER, home]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
  return { folder: join(home, 'postgres'), moved: true };
}

/**
 * An installation that has served is never begun anew without a word: its folder was moved, or may be entered by others than before, so
 * that its database is looked for elsewhere. @throws SettingsError
 */
export function demandItsDatabase(dataDir: string, folder: string, secrets: Pick<Secrets, 'installation'>): void {
  // Half a database is there, too: that is said where it is started.
  const isThere = (one: string) => existsSync(one) && readdirSync(one).length > 0;
  if (isThere(folder)) return;
  const other = [join(dataDir, 'postgres'), join(shelterOf(secrets), 'postgres')].find((one) => one !== folder && isThere(one));
  if (other)
    throw new SettingsError(
      `The database of ${dataDir} would be in ${folder}, which is empty, and there is one in ${other}. Where the folder was moved or its permissions were changed, undo that, or move the database to ${folder} while nothing runs.`,
    );
  if (existsSync(join(dataDir, 'api.log')))
    throw new SettingsError(
      `${dataDir} is of an installation that has served already, and its database is not in ${folder}. Put it there from the machine it came from, where it may be in ${shelterOf(secrets)}/postgres, or restore a backup into a new folder. For a new installation name an empty folder by KEEL_DATA_DIR.`,
    );
}
