// `npm run import [folder]`: brings a folder of Synthea's CSV files into a running Keel, over its public API.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ImportError, KeelClient } from './import/client.ts';
import { CsvError, type CsvRow, parseCsv } from './import/csv.ts';
import { FILES, Importer } from './import/importer.ts';
import { Report } from './import/report.ts';
import { ROOT } from './settings.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

function readFolder(folder: string): Map<string, CsvRow[]> {
  const read = (file: string): CsvRow[] => {
    const path = join(folder, file);
    if (!existsSync(path))
      throw new ImportError(`${path} is not there. Name the folder: npm run import -- <folder>, or KEEL_SYNTHEA_DIR=<folder>`);
    try {
      return parseCsv(readFileSync(path, 'utf8'));
    } catch (error) {
      throw error instanceof CsvError ? new ImportError(`${path} cannot be read. ${error.message}; nothing was imported.`) : error;
    }
  };
  return new Map(FILES.map((file) => [file, read(file)]));
}

async function main(): Promise<void> {
  const { env, argv } = process;
  const files = readFolder(resolve(argv[2] ?? env['KEEL_SYNTHEA_DIR'] ?? join(ROOT, '../shared/data/synthea')));
  const address = env['KEEL_URL'] ?? env['PUBLIC_URL'] ?? `http://localhost:${env['PORT'] ?? 3000}`;
  const client = await KeelClient.connect(address, {
    apiKey: env['KEEL_API_KEY'],
    email: env['KEEL_EMAIL'],
    password: env['KEEL_PASSWORD'],
  });
  say(`Importing into ${address}…`);
  const report = new Report(say);
  try {
    await new Importer(client, report).run(files);
  } finally {
    report.end();
  }
}

main().catch((error: unknown) => {
  const text =
    error instanceof ImportError
      ? `${error.message}\nWhat was imported stays; run the command again to go on.`
      : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
