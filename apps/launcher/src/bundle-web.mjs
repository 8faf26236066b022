// Bundles the web app for the API to serve, where anything it is made of has changed.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { newestIn } from './newest.mjs';
import { FIRST_LOADS, firstLoad, firstLoadInWords } from './first-load.ts';

const SOURCES = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/patient.html',
  'apps/web/public',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'libs/api-client/dist',
  'libs/contracts/dist',
  'libs/calendar/dist',
];
const NOT_IN_IT = /^tsconfig\.tsbuildinfo$/;

/** @returns true where the bundle is up to date now. */
export async function bundleWeb(root) {
  const web = join(root, 'apps/web');
  // Written last.
  const bundle = join(web, 'dist/patient.html');
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source), NOT_IN_IT)));
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newest) return true;
  const { build } = await import(pathToFileURL(createRequire(join(web, 'package.json')).resolve('vite')));
  try {
    await build({ root: web, logLevel: 'error' });
    await build({ root: web, logLevel: 'error', mode: 'patients' });
    compress(join(web, 'dist/assets'));
    for (const first of FIRST_LOADS) process.stdout.write(`${firstLoadInWords(first, firstLoad(root, first))}\n`);
    return true;
  } catch (error) {
    process.stderr.write(`The web app could not be bundled: ${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}

/** Beside each file its packed forms, so that the API packs nothing while it serves. */
function compress(assets) {
  for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const bytes = readFileSync(join(assets, name));
    writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
  }
}
