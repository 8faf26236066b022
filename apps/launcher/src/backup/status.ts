import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the API's alarms read: how far backups have come. Its instants are in milliseconds since 1970. */
export interface BackupStatus {
  /** When backups began to be made by themselves, so that the first one has its time too. */
  since: number;
  /** The newest base backup that was restored once, to see that it can be. */
  verifiedAt?: number;
  /** When the log that was closed was last all where it belongs. */
  walSafeAt: number;
}

const fileIn = (dataDir: string) => join(dataDir, 'backup-status.json');

export function readStatus(dataDir: string): BackupStatus | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as BackupStatus;
  } catch {
    return undefined;
  }
}

/** On a full disk the status grows old, which is an alarm by itself. */
export function writeStatus(dataDir: string, status: BackupStatus): void {
  try {
    writeFileSync(`${fileIn(dataDir)}.partial`, JSON.stringify(status), { mode: 0o600 });
    renameSync(`${fileIn(dataDir)}.partial`, fileIn(dataDir));
  } catch {
    // Tried again within seconds.
  }
}
