import type { Secrets } from '../secrets.ts';
import { SettingsError } from '../settings-error.ts';
import { BackupKey, masterCheck } from './sealed.ts';

const HOUR_MS = 60 * 60_000;

export interface BackupSettings {
  /** A folder, or s3://bucket/folder; undefined where no backups are made by themselves. */
  to: string | undefined;
  everyMs: number;
  /** So many verified base backups are kept, with the log from the oldest of them on. */
  keep: number;
}

/** @throws SettingsError */
export function backupSettings(env: NodeJS.ProcessEnv): BackupSettings {
  const everyHours = number(env, 'KEEL_BACKUP_EVERY', 24, 0.01, 24 * 31);
  const keep = number(env, 'KEEL_BACKUP_KEEP', 7, 1, 10_000);
  return { to: env['KEEL_BACKUP_TO'] || undefined, everyMs: everyHours * HOUR_MS, keep: Math.floor(keep) };
}

export interface Keys {
  key: BackupKey;
  masterCheck: string;
}

/** The key of backups: one of its own where KEEL_BACKUP_KEY names it, or the master key's. */
export function backupKeys(env: NodeJS.ProcessEnv, secrets: Secrets): Keys {
  const master = key('The master key', env['KEEL_MASTER_KEY'] ?? secrets.masterKey);
  const own = env['KEEL_BACKUP_KEY'];
  return { key: own ? BackupKey.of(key('KEEL_BACKUP_KEY', own)) : BackupKey.ofMasterKey(master), masterCheck: masterCheck(master) };
}

function key(name: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) throw new SettingsError(`${name} must be 32 random bytes in base64: openssl rand -base64 32`);
  return bytes;
}

function number(env: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  const value = text ? Number(text) : fallback;
  if (!(value >= min && value <= max)) throw new SettingsError(`${name} is "${text}"; it must be a number from ${min} to ${max}`);
  return value;
}
