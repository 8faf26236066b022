import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { portIsFree } from '../ports.ts';
import { reachable } from '../postgres/binaries.ts';

/** A folder of one test's own that PostgreSQL's user may pass; the test removes it. */
export function workshop(): { path: string; remove(): void } {
  const path = mkdtempSync(join(reachable(tmpdir()) ? tmpdir() : '/tmp', 'keel-launcher-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The first of ten free ports in a row, as one installation wants them. */
export async function freeBase(): Promise<number> {
  for (;;) {
    const base = 20_000 + 10 * Math.floor(Math.random() * 1_000);
    const free = await Promise.all(Array.from({ length: 10 }, (_, n) => portIsFree(base + n, '127.0.0.1')));
    if (free.every(Boolean)) return base;
  }
}

export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(50)) if (await holds()) return;
  throw new Error(`Waited in vain until ${what}`);
}
