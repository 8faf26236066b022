import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, portIsFree } from '../ports.ts';
import { alive, commandLine, tail } from '../process.ts';
import { SettingsError } from '../settings-error.ts';
import { type Binaries, reachableBinaries } from './binaries.ts';
import { type ServiceUser, serviceUser } from './service-user.ts';

export interface ClusterOptions {
  /** Created where it is missing; must be reachable by the service user when this process is root. */
  dataDir: string;
  superuserPassword: string;
  /** Where binaries are copied when the service user cannot reach the installed ones. */
  shelter?: string;
  /** Fixed port, so that a restarted server is found where it was; by default any free one. */
  port?: number;
  /** Server settings, such as `fsync: 'off'` for throw-away clusters. */
  settings?: Record<string, string>;
  /** Hands each file of its log over in a folder beside the data, for a backup; see `walFolder`. */
  archives?: boolean;
  /** How long it may take until it answers; recovering from a backup takes as long as it takes. */
  startTimeoutMs?: number;
}

/** The major version of the binaries that Keel brings along. */
const MAJOR = '18';
const START_TIMEOUT_MS = 60_000;
/** A file of the log is closed by this clock at the latest, where anything was written: what a lost disk may cost, and a little. */
const ARCHIVE_TIMEOUT_S = 30;
const STOP_TIMEOUT_MS = 20_000;
const FLAGS = {
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // An error quotes the value or the row that it is about, and a log is no place for a patient. What refused a statement is in
  // the API's own log, by its code; here stays what the server says of itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * One PostgreSQL server on this machine's loopback. It is started detached, so that it outlives a killed supervisor
 * unharmed, and a later `start` finds it by its postmaster.pid and takes it over instead of starting another.
 */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #user: ServiceUser | undefined;
  readonly #binaries: Binaries;
  #port = 0;

  constructor(options: ClusterOptions) {
    this.#options = options;
    this.#user = serviceUser();
    this.#binaries = reachableBinaries(this.#user?.uid, options.shelter ?? join(tmpdir(), 'keel-postgres'));
  }

  get port(): number {
    return this.#port;
  }

  url(user: string, password: string, database: string): string {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.#port}/${database}`;
  }

  get logFile(): string {
    return join(this.#options.dataDir, 'server.log');
  }

  get dataDir(): string {
    return this.#options.dataDir;
  }

  /** Where closed files of the log are handed over. PostgreSQL copies them there whole, and tries again where it cannot. */
  get walFolder(): string {
    return `${this.#options.dataDir}.wal`;
  }

  get pid(): number | undefined {
    return this.#runningPid();
  }

  superuserUrl(database = 'postgres'): string {
    return this.url('postgres', this.#options.superuserPassword, database);
  }

  /** @returns how it came to run. */
  async start(): Promise<'adopted' | 'started' | 'restarted'> {
    const deadline = Date.now() + (this.#options.startTimeoutMs ?? START_TIMEOUT_MS);
    let restarted = false;
    // One that recovers will answer soon, and one that stops will be gone soon.
    for (let pid = this.#runningPid(); pid; pid = this.#runningPid()) {
      if (await this.runs()) {
        if (await this.#archivesAsWanted()) return 'adopted';
        // Whether it archives is decided at a server's start alone.
        await this.stop();
        restarted = true;
        continue;
      }
      if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) neither answers nor ends; its log is ${this.logFile}`);
      await sleep(100);
    }
    this.#demandOwnVersion();
    if (!existsSync(join(this.#options.dataDir, 'PG_VERSION'))) this.#initialise();
    await this.#launch(deadline);
    return restarted ? 'restarted' : 'started';
  }

  /** True where its server runs, whoever started it, and lets us in; its port is known from then on. */
  async runs(): Promise<boolean> {
    const port = this.#runningPid() ? this.#readPidFile()?.port : undefined;
    return port !== undefined && (await this.#answers(port));
  }

  /** Starts the server anew whenever it ended; it recovers by itself from its log. @returns a function that ends the watch. */
  watch(restarted: () => void): () => Promise<void> {
    const end = new AbortController();
    const work = async () => {
      while (!end.signal.aborted) {
        await sleep(500);
        if (end.signal.aborted || this.#runningPid()) continue;
        if ((await this.start().catch(() => undefined)) === 'started') restarted();
      }
    };
    const watching = work();
    return () => {
      end.abort();
      return watching;
    };
  }

  /** Fast shutdown: open transactions are rolled back, the rest is on disk. */
  async stop(): Promise<void> {
    const pid = this.#runningPid();
    if (!pid) return;
    process.kill(pid, 'SIGINT');
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (alive(pid)) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) does not stop; end it by hand`);
      await sleep(25);
    }
  }

  /** Data of another major version is left as it is: its own PostgreSQL reads it, and pg_upgrade takes it further. */
  #demandOwnVersion(): void {
    const file = join(this.#options.dataDir, 'PG_VERSION');
    if (!existsSync(file) && existsSync(this.#options.dataDir) && readdirSync(this.#options.dataDir).length > 0) {
      throw new SettingsError(
        `${this.#options.dataDir} is not whole: it has files, but not PG_VERSION. Restore a backup of it; for a new installation move it away first.`,
      );
    }
    const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : MAJOR;
    if (version === MAJOR) return;
    throw new SettingsError(
      `${this.#options.dataDir} was written by PostgreSQL ${version || 'of an unknown version'}, and this Keel brings PostgreSQL ${MAJOR}. Start the Keel that wrote it and restore its backup here, or upgrade the folder by pg_upgrade.`,
    );
  }

  #initialise(): void {
    const { dataDir, superuserPassword } = this.#options;
    const partial = `${dataDir}.partial`;
    const passwordFile = `${dataDir}.pw`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    chmodSync(partial, 0o700);
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    if (this.#user) for (const path of [partial, passwordFile]) chownSync(path, this.#user.uid, this.#user.gid);
    try {
      execFileSync(
        join(this.#binaries.bin, 'initdb'),
        ['-D', partial, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
        { ...this.#identity(), stdio: ['ignore', 'ignore', 'pipe'] },
      );
    } finally {
      rmSync(passwordFile, { force: true });
    }
    // Only a finished cluster gets its name: a killed initdb leaves nothing that looks like one.
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(partial, dataDir);
  }

  async #launch(deadline: number): Promise<void> {
    const { dataDir, settings, port } = this.#options;
    // What a killed server's own processes still hold is let go within moments: so a first failure is not the last word.
    for (;;) {
      this.#port = port ?? (await freePort());
      if (!(await portIsFree(this.#port, '127.0.0.1'))) throw new Error(`PostgreSQL needs port ${this.#port}, which another program uses`);
      this.#dropForeignPidFile();
      const output = openSync(this.logFile, 'a', 0o600);
      if (this.#user) chownSync(this.logFile, this.#user.uid, this.#user.gid);
      const flags = Object.entries({ ...FLAGS, ...this.#archiving(), ...settings });
      const child = spawn(
        join(this.#binaries.bin, 'postgres'),
        ['-D', dataDir, '-p', String(this.#port), ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        { ...this.#identity(), detached: true, stdio: ['ignore', output, output] },
      );
      closeSync(output);
      child.once('error', (error) => process.stderr.write(`${error.message}\n`));
      child.unref();
      while (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
        if (await this.#answers(this.#port)) return;
        await sleep(50);
      }
      if (Date.now() > deadline || !/shared memory|lock file/.test(tail(this.logFile, 3))) {
        throw new Error(`PostgreSQL did not start; the end of ${this.logFile} says why:\n${tail(this.logFile)}`);
      }
      await sleep(500);
    }
  }

  async #archivesAsWanted(): Promise<boolean> {
    if (this.#options.archives === undefined) return true;
    const client = new pg.Client({ connectionString: this.superuserUrl() });
    await client.connect();
    try {
      const { rows } = await client.query<{ archives: boolean }>("SELECT current_setting('archive_mode') = 'on' AS archives");
      return rows[0]?.archives === this.#options.archives;
    } finally {
      await client.end();
    }
  }

  /** By PostgreSQL's own library: no program is run, so none must be found or allowed where its user is. */
  #archiving(): Record<string, string> {
    if (!this.#options.archives) return {};
    mkdirSync(this.walFolder, { recursive: true, mode: 0o700 });
    if (this.#user) chownSync(this.walFolder, this.#user.uid, this.#user.gid);
    return {
      archive_mode: 'on',
      archive_library: 'basic_archive',
      'basic_archive.archive_directory': this.walFolder,
      archive_timeout: String(ARCHIVE_TIMEOUT_S),
    };
  }

  /** A number that was PostgreSQL's and is another program's now would keep the server from starting. */
  #dropForeignPidFile(): void {
    const pid = this.#readPidFile()?.pid;
    if (pid && alive(pid) && !this.#runningPid()) rmSync(join(this.#options.dataDir, 'postmaster.pid'), { force: true });
  }

  #identity(): { cwd: string; uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
    const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: this.#binaries.lib };
    return { cwd: '/', env, ...(this.#user ? { uid: this.#user.uid, gid: this.#user.gid } : {}) };
  }

  #readPidFile(): { pid: number; port: number | undefined } | undefined {
    const file = join(this.#options.dataDir, 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
    return pid ? { pid, port } : undefined;
  }

  /** The server of this data folder, where one lives. */
  #runningPid(): number | undefined {
    const pid = this.#readPidFile()?.pid;
    return pid && alive(pid) && commandLine(pid).includes(this.#options.dataDir) ? pid : undefined;
  }

  /** True where a server on this port lets us in with this cluster's own password. */
  async #answers(port: number): Promise<boolean> {
    this.#port = port;
    const client = new pg.Client({ connectionString: this.superuserUrl(), connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
