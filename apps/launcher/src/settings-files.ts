import { readFileSync } from 'node:fs';
import { SettingsError } from './settings-error.ts';

/** What the launcher itself reads; the API reads files for its own settings. */
const NAMES = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_ADMIN_URL',
  'QUEUE_DATABASE_URL',
  'REDIS_URL',
  'KEEL_MASTER_KEY',
  'KEEL_NEW_MASTER_KEY',
  'KEEL_SESSION_SECRET',
  'KEEL_BACKUP_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
];

/**
 * The environment with what stands in files, as `<name>_FILE` says, put in its place.
 *
 * @throws SettingsError where a file cannot be read or the setting is there twice.
 */
export function withFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = { ...env };
  for (const name of NAMES) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name]) throw new SettingsError(`${name} is set twice: take away ${name} or ${name}_FILE`);
    read[name] = contents(name, file);
    delete read[`${name}_FILE`];
  }
  return read;
}

function contents(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new SettingsError(`${name}_FILE cannot be read: there is no file ${file}, or this user may not read it`);
  }
}
