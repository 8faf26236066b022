import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, commandLine, removed } from './process.ts';
import { inDataFolder, SettingsError } from './settings-error.ts';

const STOPPING = 'stopping';
/** What holds a data folder alone. */
const PROGRAMS = /launcher\/src\/(start|rotate-key|backup|restore)\.ts/;
const WAIT_MS = 60_000;

/** One launcher a data folder: two would start two APIs on one database. */
export class Lock {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /** A killed launcher leaves a stale lock, which is taken; one that is about to end is waited for. */
  static async hold(dataDir: string): Promise<Lock> {
    const file = join(dataDir, 'launcher.pid');
    const deadline = Date.now() + WAIT_MS;
    for (let holder = holderOf(file); holder; holder = holderOf(file)) {
      if (!holder.stopping || Date.now() > deadline) {
        throw new SettingsError(
          `Keel already runs on ${dataDir} (process ${holder.pid}). Stop it with Ctrl-C or "kill ${holder.pid}", or start another by KEEL_DATA_DIR and PORT.`,
        );
      }
      await sleep(100);
    }
    inDataFolder(dataDir, () => writeFileSync(file, `${process.pid}\n`, { mode: 0o600 }));
    process.once('exit', () => removed(file));
    return new Lock(file);
  }

  /** Tells a launcher that starts now to wait instead of giving up. */
  markStopping(): void {
    try {
      writeFileSync(this.#file, `${process.pid}\n${STOPPING}\n`, { mode: 0o600 });
    } catch {
      // On a full disk: the next launcher gives up instead of waiting, and says why.
    }
  }
}

function holderOf(file: string): { pid: number; stopping: boolean } | undefined {
  if (!existsSync(file)) return undefined;
  const [text, state] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(text);
  if (!pid || pid === process.pid || !alive(pid) || !PROGRAMS.test(commandLine(pid))) return undefined;
  return { pid, stopping: state === STOPPING };
}
