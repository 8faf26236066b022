import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.ts';

const MARKER = join(ROOT, 'node_modules', '.keel-built');
const RESULTS = ['apps/api/dist/main.js', 'apps/web/dist/index.html', 'libs/contracts/dist/index.js'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.keel']);

/** True where nothing was touched since the last build: asking the compiler takes seconds, asking the disk does not. */
export function isBuilt(): boolean {
  return existsSync(MARKER) && RESULTS.every((file) => existsSync(join(ROOT, file))) && readFileSync(MARKER, 'utf8') === fingerprint();
}

export function noteBuilt(): void {
  writeFileSync(MARKER, fingerprint());
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of ['apps', 'libs', 'tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml']) add(hash, join(ROOT, path));
  return hash.digest('hex');
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    hash.update(`${path} ${stat.mtimeMs} ${stat.size}\n`);
    return;
  }
  const names = readdirSync(path).filter((name) => !NOT_SOURCES.has(name) && !name.endsWith('.tsbuildinfo'));
  for (const name of names.toSorted()) add(hash, join(path, name));
}
