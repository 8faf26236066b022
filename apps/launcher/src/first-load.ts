// What a first load fetches: the scripts of signing in and of the schedule, gzipped.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes, gzipped; docs/decisions/packing-of-the-screens.md says why. */
export const FIRST_LOAD_BUDGET = 180_000;
/**
 * By the names of FILES in apps/web/vite.config.ts; a test of the staff's frame holds what a browser fetches to them. Nobody
 * fetches the words of both languages; French ones are longer.
 */
const FIRST = ['index', 'staff', 'first-words.fr'];

interface Chunk {
  file: string;
  name: string;
  imports?: string[];
}

/** @returns the bytes of every script that these pages need before they stand, each counted once, packed as the API sends them */
export function firstLoad(root: string): number {
  const dist = join(root, 'apps/web/dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const chunks = new Set<Chunk>();
  const add = (chunk: Chunk | undefined, name: string): void => {
    if (!chunk) throw new Error(`The bundle has no ${name}; name its first files in first-load.ts`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const imported of chunk.imports ?? []) add(manifest[imported], imported);
  };
  for (const first of FIRST)
    add(
      Object.values(manifest).find(({ name, file }) => name === first && file.endsWith('.js')),
      first,
    );
  return [...chunks].reduce((sum, { file }) => sum + statSync(join(dist, `${file}.gz`)).size, 0);
}

export function firstLoadInWords(bytes: number): string {
  return `First load (signing in and the schedule): ${(bytes / 1000).toFixed(1)} KB of scripts, gzipped, of ${FIRST_LOAD_BUDGET / 1000} KB`;
}
