// Bundles the compiled API with the libraries it is made of, where anything has changed: finding some 3,600 files one by one is
// more than half of a start, and after a death patients and messages wait for it.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { newestIn } from './newest.mjs';

const SOURCES = [
  'apps/api/dist',
  'libs/contracts/dist',
  'libs/calendar/dist',
  'libs/money/dist',
  'pnpm-lock.yaml',
  'apps/launcher/src/bundle-api.mjs',
];
const NOT_IN_IT = /^bundle$|^tsconfig\.tsbuildinfo$|\.(?:d\.ts|map)$|spec\.js$/;
/** These find native code, a thread of their own or a page's files by where they lie, and stay there. */
const STAYS = /[/\\]node_modules[/\\](?:@node-rs[/\\]argon2|msgpackr|pino|swagger-ui-dist)[/\\](?!.*[/\\]node_modules[/\\])/;
/** What libraries ask for and do without. */
const NOT_INSTALLED =
  /^@nestjs\/(?:microservices|websockets|platform-express)(?:\/|$)|^@fastify\/(?:multipart|view)$|^@valkey\/|^pg-native$/;

/** @returns true where the bundle is up to date now. */
export async function bundleApi(root) {
  const folder = join(root, 'apps/api/dist/bundle');
  const entry = join(folder, 'main.js');
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source), NOT_IN_IT)));
  if (existsSync(entry) && statSync(entry).mtimeMs >= newest) return true;
  rmSync(folder, { recursive: true, force: true });
  try {
    const bundle = await rolldown({
      input: { main: join(root, 'apps/api/dist/main.js') },
      platform: 'node',
      external: NOT_INSTALLED,
      plugins: [leaveWhereItLies(folder), keepAddresses(join(root, 'apps/api/dist'), folder)],
      transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
      onLog: (level, log) => {
        if (level === 'error' || log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      },
    });
    // Nest, TypeORM and the migrations go by the names of classes.
    await bundle.write({ dir: folder, format: 'esm', keepNames: true, chunkFileNames: '[name]-[hash].js' });
    return true;
  } catch (error) {
    process.stderr.write(`The API could not be bundled: ${error instanceof Error ? error.message : error}\n`);
    return false;
  }
}

function leaveWhereItLies(folder) {
  return {
    name: 'leave-where-it-lies',
    async resolveId(source, importer, options) {
      if (!importer || source.startsWith('.') || source.startsWith('node:')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && !found.external && STAYS.test(found.id) ? { id: from(folder, found.id), external: true } : null;
    },
  };
}

/** Whoever looks for something from where it lies finds it from the bundle too. */
function keepAddresses(dist, folder) {
  return {
    name: 'keep-addresses',
    transform(code, id) {
      if (id.startsWith('\0') || !code.includes('import.meta.url')) return null;
      // A require that is made by hand would load a second copy of what is in the bundle, with metadata of its own.
      const seen = code.replace(/^const require = createRequire\(import\.meta\.url\);$/m, '');
      if (seen !== code && !id.startsWith(dist)) return seen;
      return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(from(folder, id))}, import.meta.url).href`);
    },
  };
}

const from = (folder, file) => relative(folder, file).split('\\').join('/');
