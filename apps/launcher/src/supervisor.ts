import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Program {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** How long it may take to finish what it started. */
  stopMs: number;
}

const RESTART_MS = [500, 1000, 2000, 5000, 10_000];
const STEADY_MS = 60_000;

/** Keeps one program running: restarts it with growing pauses, and ends what a killed launcher left behind. */
export class Supervisor {
  readonly #program: Program;
  readonly #dataDir: string;
  #child: ChildProcess | undefined;
  #stopping = false;
  #restarts = 0;

  constructor(program: Program, dataDir: string) {
    this.#program = program;
    this.#dataDir = dataDir;
  }

  get logFile(): string {
    return join(this.#dataDir, `${this.#program.name}.log`);
  }

  get #pidFile(): string {
    return join(this.#dataDir, `${this.#program.name}.pid`);
  }

  async start(): Promise<void> {
    await this.#endOrphan();
    this.#launch();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#program.stopMs);
    await ended;
    clearTimeout(timer);
  }

  #launch(): void {
    const { command, args, env, cwd, name } = this.#program;
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: false });
    const log = createWriteStream(this.logFile, { flags: 'a', mode: 0o600 });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    if (child.pid) writeFileSync(this.#pidFile, `${child.pid}\n${marker(args)}`);
    const began = Date.now();
    child.once('exit', () => {
      log.end();
      rmSync(this.#pidFile, { force: true });
      if (this.#stopping) return;
      if (Date.now() - began > STEADY_MS) this.#restarts = 0;
      const pause = RESTART_MS[Math.min(this.#restarts++, RESTART_MS.length - 1)] ?? 10_000;
      process.stderr.write(`${name} ended; it starts again in ${pause / 1000} s (see ${this.logFile})\n`);
      setTimeout(() => !this.#stopping && this.#launch(), pause);
    });
    this.#child = child;
  }

  /** A process that a killed launcher left on our port is asked to finish; one that merely has its number is left alone. */
  async #endOrphan(): Promise<void> {
    if (!existsSync(this.#pidFile)) return;
    const [pid, mark] = readFileSync(this.#pidFile, 'utf8').split('\n');
    if (pid && mark && commandLine(Number(pid)).includes(mark)) {
      signal(Number(pid), 'SIGTERM');
      for (let waited = 0; waited < this.#program.stopMs && commandLine(Number(pid)).includes(mark); waited += 50) await sleep(50);
      if (commandLine(Number(pid)).includes(mark)) signal(Number(pid), 'SIGKILL');
    }
    rmSync(this.#pidFile, { force: true });
  }
}

function marker(args: readonly string[]): string {
  return args.at(-1) ?? '';
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
