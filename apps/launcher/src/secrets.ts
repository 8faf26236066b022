import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from './settings-error.ts';

/** Made once on the first start and kept beside the data: without the master key nothing sealed can be read. */
export interface Secrets {
  /** Names this installation where its database cannot live beside it. */
  installation: string;
  masterKey: string;
  sessionSecret: string;
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
  twilioAuthToken: string;
  /** The master key to come, while it is being put in the place of the present one. */
  nextMasterKey?: string;
}

const NAMES = [
  'installation',
  'masterKey',
  'sessionSecret',
  'superuserPassword',
  'ownerPassword',
  'appPassword',
  'queuePassword',
  'twilioAuthToken',
] as const satisfies readonly (keyof Secrets)[];

/**
 * The secrets of this installation, made where the folder is new.
 *
 * @throws SettingsError where they are missing beside data, or not whole: new ones would open nothing that is there.
 */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) {
    // Put back from a copy it may be open to everybody on the machine. Of another user's it is for that user to close.
    const { mode, uid } = statSync(file);
    if ((mode & 0o077) !== 0 && [0, uid].includes(process.getuid?.() ?? -1)) chmodSync(file, 0o600);
    return whole(file, readFileSync(file, 'utf8'));
  }
  if (holdsData(dataDir)) {
    throw new SettingsError(
      `${dataDir} holds an installation, but its secrets.json is missing. Put back the copy that was kept apart; without it nothing sealed can be read. For a new installation name an empty folder by KEEL_DATA_DIR.`,
    );
  }
  const word = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    installation: randomBytes(6).toString('hex'),
    masterKey: randomBytes(32).toString('base64'),
    sessionSecret: randomBytes(48).toString('base64url'),
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    queuePassword: word(),
    twilioAuthToken: word(),
  };
  writeWhole(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

function whole(file: string, text: string): Secrets {
  const missing = NAMES.filter((name) => !isText(parsed(text)?.[name]));
  if (missing.length === 0) return parsed(text) as unknown as Secrets;
  throw new SettingsError(
    `${file} is not whole (${missing.length === NAMES.length ? 'it cannot be read' : `it lacks ${missing.join(', ')}`}). Put back the copy that was kept apart; without it nothing sealed can be read.`,
  );
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown) => typeof value === 'string' && value.length > 0;

/** Puts these in the place of the former ones, whole or not at all. */
export function saveSecrets(dataDir: string, secrets: Secrets): void {
  writeWhole(join(dataDir, 'secrets.json'), JSON.stringify(secrets, null, 2));
}

/** A killed first start leaves at most its own lock here; these come only after the secrets. */
function holdsData(dataDir: string): boolean {
  return ['postgres', 'api.log', 'sandbox'].some((name) => existsSync(join(dataDir, name)));
}

/** On disk whole or not at all, also where the power fails: half a file would lock the data for good. */
export function writeWhole(file: string, text: string): void {
  const partial = `${file}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
  // The name is on disk only with its folder: else the database could know a new key of which the folder has nothing.
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
