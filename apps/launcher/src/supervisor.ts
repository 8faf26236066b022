import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, commandLine, signal } from './process.ts';

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
const LOG_BYTES = 10 * 1024 * 1024;

/** Keeps one program running: restarts it with growing pauses, and ends what a killed launcher left behind. */
export class Supervisor {
  readonly #program: Program;
  readonly #dataDir: string;
  #child: ChildProcess | undefined;
  #pause: NodeJS.Timeout | undefined;
  #stopping = false;
  #restarts = 0;

  constructor(program: Program, dataDir: string) {
    this.#program = program;
    this.#dataDir = dataDir;
  }

  get logFile(): string {
    return join(this.#dataDir, `${this.#program.name}.log`);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** How often it had to be started again since it last ran steadily. */
  get restarts(): number {
    return this.#restarts;
  }

  get #pidFile(): string {
    return join(this.#dataDir, `${this.#program.name}.pid`);
  }

  async start(): Promise<void> {
    await this.endOrphan();
    if (!this.#stopping) this.#launch();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#pause);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#program.stopMs);
    await ended;
    clearTimeout(timer);
  }

  /** A process that a killed launcher left on our port is asked to finish; one that merely has its number is left alone. */
  async endOrphan(): Promise<void> {
    if (!existsSync(this.#pidFile)) return;
    const [text, mark = ''] = readFileSync(this.#pidFile, 'utf8').split('\n');
    const pid = Number(text);
    const ours = () => alive(pid) && commandLine(pid).includes(mark);
    if (pid && mark && ours()) {
      signal(pid, 'SIGTERM');
      const deadline = Date.now() + this.#program.stopMs;
      while (ours() && Date.now() < deadline) await sleep(50);
      if (ours()) signal(pid, 'SIGKILL');
    }
    rmSync(this.#pidFile, { force: true });
  }

  #launch(): void {
    const { command, args, env, cwd } = this.#program;
    // It writes to the file itself, since a pipe would break with the launcher. It has a process group of its own, since
    // Ctrl-C must reach the launcher alone, which knows the order; and a channel, which tells it when the launcher is gone.
    const log = this.#openLog();
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', log, log, 'ipc'], detached: process.platform !== 'win32' });
    closeSync(log);
    if (child.pid) writeFileSync(this.#pidFile, `${child.pid}\n${args.at(-1) ?? command}`, { mode: 0o600 });
    const began = Date.now();
    child.once('error', (error) => process.stderr.write(`${this.#program.name} could not be started: ${error.message}\n`));
    child.once('exit', () => this.#ended(Date.now() - began));
    this.#child = child;
  }

  #ended(ranMs: number): void {
    rmSync(this.#pidFile, { force: true });
    if (this.#stopping) return;
    if (ranMs > STEADY_MS) this.#restarts = 0;
    const pause = RESTART_MS[Math.min(this.#restarts++, RESTART_MS.length - 1)] ?? 10_000;
    process.stderr.write(`${this.#program.name} ended; it starts again in ${pause / 1000} s (see ${this.logFile})\n`);
    this.#pause = setTimeout(() => this.#launch(), pause);
  }

  /** The log of the time before is kept once, so that it never fills the disk. */
  #openLog(): number {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LOG_BYTES) renameSync(this.logFile, `${this.logFile}.1`);
    return openSync(this.logFile, 'a', 0o600);
  }
}
