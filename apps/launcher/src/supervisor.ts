import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rotateLog } from './logs.ts';
import { alive, commandLine, removed, signal } from './process.ts';

export interface Program {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** How long it may take to finish what it started. */
  stopMs: number;
}

// The first death in a while is answered at once: who is in the middle of something waits for no more than the start itself.
const RESTART_MS = [0, 500, 1000, 2000, 5000, 10_000];
const STEADY_MS = 60_000;
const NOTE_AGAIN_MS = 5_000;

/** How long to wait before a program is started again that ran this long and had died `restarts` times in a row before. */
export function restartPause(restarts: number, ranMs: number): number {
  return RESTART_MS[Math.min(ranMs > STEADY_MS ? 0 : restarts, RESTART_MS.length - 1)] ?? 0;
}

/**
 * Keeps one program running: restarts it with growing pauses, and ends what a killed launcher left behind. Neither a full disk
 * nor a folder that has become read-only ends it: it then runs without its log, or without the note of its process.
 */
export class Supervisor {
  readonly #program: Program;
  readonly #dataDir: string;
  #child: ChildProcess | undefined;
  #pause: NodeJS.Timeout | undefined;
  #stopping = false;
  #restarts = 0;
  #exitCode: number | undefined;

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

  /** What it ended with the last time; undefined where it never ended, or was killed. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  get #pidFile(): string {
    return join(this.#dataDir, `${this.#program.name}.pid`);
  }

  async start(): Promise<void> {
    await this.endOrphan();
    if (!this.#stopping) this.#launch();
  }

  /** Ends it and starts it again, with what was built since; no death, so nothing is waited out. */
  async restart(): Promise<void> {
    await this.stop();
    this.#stopping = false;
    this.#restarts = 0;
    this.#launch();
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
    removed(this.#pidFile);
  }

  #launch(): void {
    const { command, args, env, cwd } = this.#program;
    // It writes to the file itself, since a pipe would break with the launcher. It has a process group of its own, since
    // Ctrl-C must reach the launcher alone, which knows the order; and a channel, which tells it when the launcher is gone.
    const log = this.#openLog();
    const output = log ?? 'ignore';
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', output, output, 'ipc'], detached: process.platform !== 'win32' });
    if (log !== undefined) closeSync(log);
    this.#child = child;
    this.#notePid(child);
    const began = Date.now();
    child.once('error', (error) => process.stderr.write(`${this.#program.name} could not be started: ${error.message}\n`));
    child.once('exit', (code) => this.#ended(code ?? undefined, Date.now() - began));
  }

  /** So that the next launcher finds it, should this one be killed; tried again until there is room for it. */
  #notePid(child: ChildProcess): void {
    if (!child.pid || child !== this.#child || child.exitCode !== null || child.signalCode !== null) return;
    try {
      writeFileSync(this.#pidFile, `${child.pid}\n${this.#program.args.at(-1) ?? this.#program.command}`, { mode: 0o600 });
    } catch {
      setTimeout(() => this.#notePid(child), NOTE_AGAIN_MS).unref();
    }
  }

  #ended(exitCode: number | undefined, ranMs: number): void {
    this.#exitCode = exitCode;
    removed(this.#pidFile);
    if (this.#stopping) return;
    const pause = restartPause(this.#restarts, ranMs);
    this.#restarts = ranMs > STEADY_MS ? 1 : this.#restarts + 1;
    process.stderr.write(
      `${this.#program.name} ended; it starts again ${pause > 0 ? `in ${pause / 1000} s` : 'now'} (see ${this.logFile})\n`,
    );
    this.#pause = setTimeout(() => this.#launch(), pause);
  }

  #openLog(): number | undefined {
    rotateLog(this.logFile);
    try {
      return openSync(this.logFile, 'a', 0o600);
    } catch {
      process.stderr.write(`${this.#program.name} runs without a log: ${this.logFile} cannot be opened\n`);
      return undefined;
    }
  }
}
