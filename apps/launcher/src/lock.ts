import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings.ts';

/** One launcher a data folder: two would start two APIs on one database. A killed one leaves a stale lock, which is taken. */
export function holdLock(dataDir: string): void {
  const file = join(dataDir, 'launcher.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isLauncher(pid)) {
      throw new SettingsError(`Keel already runs on ${dataDir} (process ${pid}). Stop it first, or choose another KEEL_DATA_DIR and PORT.`);
    }
  }
  writeFileSync(file, String(process.pid), { mode: 0o600 });
  process.once('exit', () => rmSync(file, { force: true }));
}

function isLauncher(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('launcher/src/start');
  } catch {
    // No such process, or a system without /proc, where a number alone decides.
    return process.platform !== 'linux' && runs(pid);
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
