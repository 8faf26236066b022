import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../settings.ts';
import { until } from './workshop.ts';

// A whole start is a dozen processes; a busy machine takes its time.
export const PATIENCE_MS = 240_000;

export interface Launch {
  child: ChildProcess;
  said(): string;
  ended: Promise<unknown>;
}

/** Starts Keel on one port and one folder, as often as a test wants, and stops whatever still runs. */
export class Launches {
  readonly #port: number;
  readonly #dataDir: string;
  readonly #made: Launch[] = [];

  constructor(port: number, dataDir: string) {
    this.#port = port;
    this.#dataDir = dataDir;
  }

  launch(env: Record<string, string> = {}): Launch {
    // As `npm start` runs it, but for npm: the way in installs nothing here, since all is installed.
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/launcher/src/start.ts')], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(this.#port),
        KEEL_DATA_DIR: this.#dataDir,
        KEEL_DEMO: 'off',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const made = { child, said: () => text, ended: once(child, 'close') };
    this.#made.push(made);
    return made;
  }

  async launched(env?: Record<string, string>): Promise<Launch> {
    const made = this.launch(env);
    await until(
      'Keel is ready',
      () => {
        if (made.child.exitCode !== null) throw new Error(`It ended instead:\n${made.said()}`);
        return made.said().includes('Ctrl-C stops everything');
      },
      200_000,
    );
    return made;
  }

  /** What it says where it ends by itself, as it must where it cannot start. */
  async refusal(env?: Record<string, string>): Promise<string> {
    const made = this.launch(env);
    await made.ended;
    if (made.child.exitCode === 0) throw new Error(`It ended well:\n${made.said()}`);
    return made.said();
  }

  /** What a program of it has written into its log. */
  log(name: string): string {
    return readFileSync(join(this.#dataDir, `${name}.log`), 'utf8');
  }

  async stopAll(): Promise<void> {
    for (const made of this.#made) if (made.child.exitCode === null && made.child.signalCode === null) await stopped(made);
  }
}

export async function stopped({ child, ended }: Launch): Promise<void> {
  child.kill('SIGINT');
  await ended;
}
