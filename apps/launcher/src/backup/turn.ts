import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alive, commandLine, removed } from '../process.ts';
import { SettingsError } from '../settings-error.ts';

const PROGRAMS = /launcher\/src\/backup/;

/** One base backup at a time: two would only slow each other down, and tidy up under each other. @throws SettingsError */
export async function inTurn<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataDir, 'backup.turn');
  take(file);
  try {
    return await work();
  } finally {
    removed(file);
  }
}

function take(file: string): void {
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid && alive(pid) && PROGRAMS.test(commandLine(pid))) {
      throw new SettingsError(`A backup is being made already (process ${pid}). Wait for its end, then try again.`);
    }
    if (tries > 3) throw new SettingsError(`${file} cannot be taken away. Remove it, then try again.`);
    removed(file);
  }
}
