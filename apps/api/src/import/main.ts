import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProgramApi } from './program-api.js';
import { SyntheaImport } from './synthea-import.js';

const USAGE = `npm run import reads a folder of Synthea CSV files into a clinic, over its API.
  KEEL_API_KEY       a key with patient:write and chart:write (Settings, or POST /api/v1/api-keys)
  KEEL_URL           the clinic's address; http://localhost:3000 by default
  KEEL_SYNTHEA_DIR   the folder; ../shared/data/synthea by default`;

async function main(): Promise<void> {
  const key = process.env['KEEL_API_KEY'];
  const folder = resolve(process.env['KEEL_SYNTHEA_DIR'] ?? '../shared/data/synthea');
  if (!key) throw new Error(`KEEL_API_KEY is not set.\n${USAGE}`);
  if (!existsSync(join(folder, 'patients.csv'))) throw new Error(`There is no patients.csv in ${folder}.\n${USAGE}`);
  const api = new ProgramApi((process.env['KEEL_URL'] ?? 'http://localhost:3000').replace(/\/$/, ''), key);
  const reports = await new SyntheaImport(api, folder, show).run();
  for (const { file, added, alreadyThere, skipped } of reports) {
    process.stdout.write(`${file}: ${added} added, ${alreadyThere} already there, ${skipped.length} skipped\n`);
    for (const { line, why } of skipped) process.stdout.write(`  line ${line}: ${why}\n`);
  }
}

/** One line that rewrites itself on a terminal, and every five hundredth row elsewhere. */
function show(file: string, done: number, of: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${file} ${done}/${of}${done === of ? '\n' : ''}`);
  else if (done % 500 === 0) process.stdout.write(`${file} ${done}/${of}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
