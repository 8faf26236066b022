import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../postgres/cluster.ts';
import { tail } from '../process.ts';
import { SHELTER } from '../settings.ts';
import { SettingsError } from '../settings-error.ts';
import { giveAway } from './lay-out.ts';

const PATIENCE_MS = 12 * 60 * 60_000;
const TOO_LATE = 'recovery ended before configured recovery target was reached';

/**
 * Starts PostgreSQL on a folder that was laid out from a backup. It answers once all of the log is replayed, or all up to
 * `until`, and it has become a database of its own: what it writes from then on is another timeline than what it came from.
 *
 * @throws SettingsError where the backup does not reach as far as `until`
 */
export async function recover(folder: string, superuserPassword: string, until?: Date): Promise<Cluster> {
  writeFileSync(join(folder, 'recovery.signal'), '', { mode: 0o600 });
  giveAway(folder, ['recovery.signal']);
  const cluster = new Cluster({
    dataDir: folder,
    shelter: SHELTER,
    superuserPassword,
    startTimeoutMs: PATIENCE_MS,
    settings: {
      // It looks into pg_wal where this finds nothing, and this never finds anything.
      restore_command: 'exit 1',
      recovery_target_timeline: 'current',
      hot_standby: 'off',
      ...(until && { recovery_target_time: until.toISOString().replace('T', ' ').replace('Z', '+00'), recovery_target_action: 'promote' }),
    },
  });
  try {
    await cluster.start();
    return cluster;
  } catch (error) {
    await cluster.stop();
    if (!readFileSync(cluster.logFile, 'utf8').includes(TOO_LATE)) throw error;
    throw new SettingsError(
      `The backup does not reach ${until?.toISOString()}: nothing was written down after that instant, or its log is not in the backup yet. Name an earlier instant by --until, or leave it out for all there is.`,
      { cause: tail(cluster.logFile) },
    );
  }
}

/** What a restore that was killed left: its server runs on by itself, so that is stopped first. */
export async function discard(folder: string): Promise<void> {
  await new Cluster({ dataDir: folder, shelter: SHELTER, superuserPassword: '' }).stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The flags of the recovery were its server's alone; its log of the former machine stays behind. */
export async function closeRecovered(cluster: Cluster): Promise<void> {
  await cluster.stop();
  rmSync(cluster.logFile, { force: true });
}
