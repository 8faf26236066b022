import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
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
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;

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

  superuserUrl(database = 'postgres'): string {
    return this.url('postgres', this.#options.superuserPassword, database);
  }

  /** @returns how it came to run. */
  async start(): Promise<'adopted' | 'started'> {
    const running = this.#readPidFile();
    if (running && alive(running.pid) && (await this.#answers(running.port))) return 'adopted';
    if (running && alive(running.pid)) await this.#waitForEnd(running.pid, STOP_TIMEOUT_MS);
    if (!existsSync(join(this.#options.dataDir, 'PG_VERSION'))) this.#initialise();
    await this.#launch();
    return 'started';
  }

  /** Fast shutdown: open transactions are rolled back, the rest is on disk. */
  async stop(): Promise<void> {
    const running = this.#readPidFile();
    if (!running || !alive(running.pid)) return;
    process.kill(running.pid, 'SIGINT');
    await this.#waitForEnd(running.pid, STOP_TIMEOUT_MS);
  }

  #initialise(): void {
    const { dataDir, superuserPassword } = this.#options;
    const partial = `${dataDir}.partial`;
    const passwordFile = `${dataDir}.pw`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true, mode: 0o700 });
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

  async #launch(): Promise<void> {
    const { dataDir, settings } = this.#options;
    this.#port = this.#options.port ?? (await freePort());
    const log = join(dataDir, 'server.log');
    const output = openSync(log, 'a', 0o600);
    if (this.#user) chownSync(log, this.#user.uid, this.#user.gid);
    const flags = Object.entries({ max_connections: '200', listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
    const child = spawn(
      join(this.#binaries.bin, 'postgres'),
      ['-D', dataDir, '-p', String(this.#port), ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...this.#identity(), detached: true, stdio: ['ignore', output, output] },
    );
    let exited = false;
    child.once('exit', () => (exited = true));
    child.once('error', () => (exited = true));
    child.unref();
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.#answers(this.#port))) {
      if (exited || Date.now() > deadline) throw new Error(`PostgreSQL did not start; the end of ${log} says why:\n${tail(log)}`);
      await sleep(50);
    }
  }

  #identity(): { cwd: string; uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
    const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: this.#binaries.lib };
    return { cwd: '/', env, ...(this.#user ? { uid: this.#user.uid, gid: this.#user.gid } : {}) };
  }

  #readPidFile(): { pid: number; port: number } | undefined {
    const file = join(this.#options.dataDir, 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
    return pid && port ? { pid, port } : undefined;
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

  async #waitForEnd(pid: number, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (alive(pid)) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) does not stop; end it by hand and start again`);
      await sleep(25);
    }
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
}

/** A port that was free a moment ago, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
}
