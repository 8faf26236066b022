// What a first load fetches, gzipped: of the staff's pages, from signing in to the schedule, and of a patient's page.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface FirstLoad {
  title: string;
  /** What is counted, in words. */
  of: string;
  /** Bytes, gzipped. */
  budget: number;
  /** What Vite writes of the files of this entry. */
  manifest: string;
  /**
   * By the names of the files in apps/web/vite.config.ts; a browser test of each entry holds what is fetched to them. Nobody
   * fetches the words of both languages; French ones are longer.
   */
  first: readonly string[];
  /** Style sheets count too. */
  styles: boolean;
}

/** docs/decisions/packing-of-the-screens.md and patient-pages.md say why. */
export const FIRST_LOADS: readonly FirstLoad[] = [
  {
    title: 'signing in and the schedule',
    of: 'scripts',
    budget: 180_000,
    manifest: 'manifest.json',
    first: ['index', 'staff', 'first-words.fr'],
    styles: false,
  },
  {
    title: 'a patient’s page',
    of: 'scripts and styles',
    budget: 70_000,
    manifest: 'patients.json',
    first: ['patient', 'patient-words.fr'],
    styles: true,
  },
];

interface Chunk {
  file: string;
  name: string;
  imports?: string[];
  css?: string[];
}

/** @returns the bytes of every file that these pages need before they stand, each counted once, packed as the API sends them */
export function firstLoad(root: string, { manifest: name, first, styles }: FirstLoad): number {
  const dist = join(root, 'apps/web/dist');
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8')) as Record<string, Chunk>;
  const chunks = new Set<Chunk>();
  const add = (chunk: Chunk | undefined, wanted: string): void => {
    if (!chunk) throw new Error(`The bundle has no ${wanted}; name its first files in first-load.ts`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const imported of chunk.imports ?? []) add(manifest[imported], imported);
  };
  for (const one of first)
    add(
      Object.values(manifest).find((chunk) => chunk.name === one && chunk.file.endsWith('.js')),
      one,
    );
  const files = new Set([...chunks].flatMap(({ file, css = [] }) => (styles ? [file, ...css] : [file])));
  return [...files].reduce((sum, file) => sum + statSync(join(dist, `${file}.gz`)).size, 0);
}

export function firstLoadInWords({ title, of, budget }: FirstLoad, bytes: number): string {
  return `First load (${title}): ${(bytes / 1000).toFixed(1)} KB of ${of}, gzipped, of ${budget / 1000} KB`;
}
