// `npm run api-client`: builds the API and writes libs/api-client from it; with --check it only says whether it is current.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { ROOT } from './settings.ts';

const folder = join(ROOT, 'libs/api-client');
const head = '// Generated from openapi.json by `npm run api-client`. Do not edit.\n';

if (!process.argv.includes('--check')) {
  // The whole of it: an enum of @keel/contracts is compiled into each class that names it, changed or not.
  rmSync(join(ROOT, 'apps/api/tsconfig.tsbuildinfo'), { force: true });
  // Not the web app, which may be written for what this is about to write.
  const { status } = spawnSync(process.execPath, [join(ROOT, 'apps/launcher/src/build.mjs'), 'apps/api'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

const described = spawnSync(process.execPath, [join(ROOT, 'apps/api/dist/describe.js')], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (described.status !== 0) {
  process.stderr.write(`The API could not describe itself (build it first by npm run build):\n${described.stderr}\n`);
  process.exit(1);
}
const types = astToString(await openapiTS(JSON.parse(described.stdout) as OpenAPI3));
const files: Record<string, string> = { 'openapi.json': described.stdout, 'src/schema.ts': `${head}${types}` };

const stale = Object.entries(files).filter(
  ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [name] of stale) process.stderr.write(`libs/api-client/${name} is stale: run npm run api-client and commit it\n`);
  process.exit(stale.length === 0 ? 0 : 1);
}
for (const [name, text] of stale) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
process.stdout.write(stale.length === 0 ? 'The API client was current.\n' : `Written: ${stale.map(([name]) => name).join(', ')}\n`);
