import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As the launcher's keeper of backups leaves it beside the data; its instants are in milliseconds since 1970. */
interface Status {
  since: number;
  verifiedAt?: number;
  walSafeAt: number;
}

/**
 * How old the newest verified backup is, and how long ago all that was written was last safe. A keeper that is dead writes no
 * status, so that both grow; before its first word there is nothing to tell.
 */
export async function backupAge(dataDir: string, now: number): Promise<{ hours: number; logSeconds: number } | undefined> {
  const text = await readFile(join(dataDir, 'backup-status.json'), 'utf8').catch(() => undefined);
  if (!text) return undefined;
  const { since, verifiedAt, walSafeAt } = JSON.parse(text) as Status;
  return { hours: Math.floor((now - (verifiedAt ?? since)) / 3_600_000), logSeconds: Math.round((now - walSafeAt) / 1000) };
}
