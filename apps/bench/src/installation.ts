import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DATABASE } from '../../launcher/src/environment.ts';
import type { Secrets } from '../../launcher/src/secrets.ts';
import { postgresFolder, ROOT } from '../../launcher/src/settings.ts';

const PATIENCE_MS = 240_000;
/** The parts that can be killed. */
export const PARTS = ['api', 'backend', 'postmaster', 'launcher'] as const;
export type Part = (typeof PARTS)[number];

/** `npm start` on a folder of its own, and its ends. */
export class Installation {
  readonly url: string;
  private readonly folder: string;
  private readonly port: number;
  private launcher: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(but?: number): Promise<void> {
    this.launcher = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'apps/launcher/src/start.ts')], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: String(this.port),
        KEEL_DATA_DIR: this.folder,
        KEEL_DEMO: 'off',
        KEEL_RATE_LIMIT: 'off',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await this.ready(but);
  }

  /** @returns the seconds until it was ready again. */
  async kill(part: Part): Promise<number> {
    const pid = await this.pidOf(part);
    const api = await this.pidOf('api');
    const began = performance.now();
    process.kill(pid, 'SIGKILL');
    // Without its launcher the API finishes what it has begun; the next launcher starts one of its own.
    if (part === 'launcher') await this.start(api);
    else await this.ready(pid);
    return (performance.now() - began) / 1000;
  }

  async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.superuserUrl() });
    await client.connect();
    try {
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    const { launcher } = this;
    if (!launcher || launcher.exitCode !== null || launcher.signalCode !== null) return;
    const ended = new Promise((resolve) => launcher.once('exit', resolve));
    launcher.kill('SIGTERM');
    await ended;
    rmSync(this.cluster().folder, { recursive: true, force: true });
  }

  private async pidOf(part: Part): Promise<number> {
    if (part === 'launcher') return this.launcher?.pid ?? 0;
    if (part === 'api') return Number(readFileSync(join(this.folder, 'api.pid'), 'utf8').split('\n')[0]);
    if (part === 'postmaster') return Number(readFileSync(join(this.cluster().folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const [backend] = await this.sql<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE usename = 'keel_app' ORDER BY state = 'active' DESC, random() LIMIT 1",
    );
    return backend?.pid ?? 0;
  }

  /** Ready, and not by the process that was just killed and has not closed its port yet. */
  private async ready(but?: number): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const gone = but === undefined || !alive(but);
      const answer = gone
        ? await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
        : undefined;
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error('Keel did not become ready again');
  }

  private cluster() {
    return postgresFolder(this.folder, this.secrets());
  }

  private secrets(): Secrets {
    return JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8')) as Secrets;
  }

  private superuserUrl(): string {
    return `postgres://postgres:${encodeURIComponent(this.secrets().superuserPassword)}@127.0.0.1:${this.port + 1}/${DATABASE}`;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
