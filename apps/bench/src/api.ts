import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEAN } from '../../launcher/src/lean.ts';
import { freePort } from '../../launcher/src/ports.ts';
import type { Bench } from './database.ts';

const MAIN = fileURLToPath(new URL('../../api/dist/bundle/main.js', import.meta.url));
const READY_TIMEOUT_MS = 60_000;

export interface RunningApi {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * The API as it is deployed, in a process of its own. The workers are left out unless they are asked for: what a change sets
 * going afterwards runs beside it in a second process, and would be measured here as noise.
 */
export async function startApi(
  bench: Bench,
  profile: string | undefined,
  role: 'api' | 'all' = 'api',
  more: Record<string, string> = {},
): Promise<RunningApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  if (profile) mkdirSync(profile, { recursive: true });
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, [...LEAN, ...flags, MAIN], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...environment(bench, url), PORT: String(port), HOST: '127.0.0.1', KEEL_ROLE: role, ...more },
  });
  await ready(url, child);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The workers in a process of their own, to be killed. */
export function startWorker(bench: Bench, publicUrl: string, more: Record<string, string>): ChildProcess {
  const env = { ...environment(bench, publicUrl), KEEL_ROLE: 'worker', ...more };
  return spawn(process.execPath, [...LEAN, MAIN], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function environment(bench: Bench, publicUrl: string): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    PUBLIC_URL: publicUrl,
    NODE_COMPILE_CACHE: join(tmpdir(), 'keel-bench-compiled'),
    ...(process.env['REDIS_URL'] && { REDIS_URL: process.env['REDIS_URL'] }),
    KEEL_RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    DATABASE_URL: bench.appUrl,
    QUEUE_DATABASE_URL: bench.queueUrl,
    KEEL_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    KEEL_SESSION_SECRET: 'only generated data is behind this one',
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error('The API ended before it was ready; its words are above');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error('The API did not become ready');
    await sleep(100);
  }
}
