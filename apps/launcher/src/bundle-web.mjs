// Bundles the web app for the API to serve, where anything it is made of has changed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'libs/api-client/dist',
  'libs/contracts/dist',
  'libs/calendar/dist',
];

/** @returns true where the bundle is up to date now. */
export async function bundleWeb(root) {
  const web = join(root, 'apps/web');
  const bundle = join(web, 'dist/index.html');
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newest) return true;
  const { build } = await import(pathToFileURL(createRequire(join(web, 'package.json')).resolve('vite')));
  try {
    await build({ root: web, logLevel: 'error' });
    return true;
  } catch (error) {
    process.stderr.write(`The web app could not be bundled: ${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'tsconfig.tsbuildinfo')
      .map((name) => newestIn(join(path, name))),
  );
}
