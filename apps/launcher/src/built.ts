import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './settings.ts';
import { SettingsError } from './settings-error.ts';

const MARKER = join(ROOT, 'node_modules', '.keel-built');
const RESULTS = ['apps/api/dist/bundle/main.js', 'apps/demo/dist/main.js', 'apps/web/dist/patient.html', 'libs/contracts/dist/index.js'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.keel']);

/** True where nothing was touched since the last build: asking the compiler takes seconds, asking the disk does not. */
export function isBuilt(): boolean {
  return existsSync(MARKER) && RESULTS.every((file) => existsSync(join(ROOT, file))) && readFileSync(MARKER, 'utf8') === fingerprint();
}

export function noteBuilt(): void {
  writeFileSync(MARKER, fingerprint());
}

/** For a command that may be the first of a fresh clone. @throws SettingsError */
export function demandBuilt(): void {
  if (isBuilt()) return;
  process.stdout.write('Building what has changed…\n');
  const { status } = spawnSync(process.execPath, [join(ROOT, 'apps/launcher/src/build.mjs')], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new SettingsError('Building failed; see above');
  noteBuilt();
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
