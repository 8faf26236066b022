// What a first visit fetches: the scripts of signing in and of the schedule, gzipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzipped; experience.md of the design and docs/decisions/words-of-the-screens.md say why. */
export const FIRST_LOAD_BUDGET = 180_000;
const FIRST = ['index.html', 'src/ui/staff-frame.tsx', 'src/features/schedule/schedule-page.tsx'];

/** @returns the bytes of every script that these pages need before they stand, each counted once */
export function firstLoad(root) {
  const dist = join(root, 'apps/web/dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const chunks = new Set();
  const add = (name) => {
    if (chunks.has(name)) return;
    if (!manifest[name]) throw new Error(`The bundle has no ${name}; name the page's new place in first-load.mjs`);
    chunks.add(name);
    for (const imported of manifest[name].imports ?? []) add(imported);
  };
  FIRST.forEach(add);
  return [...chunks].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, manifest[name].file))).length, 0);
}

export function firstLoadInWords(bytes) {
  return `First load (signing in and the schedule): ${(bytes / 1000).toFixed(1)} KB of scripts, gzipped, of ${FIRST_LOAD_BUDGET / 1000} KB`;
}
