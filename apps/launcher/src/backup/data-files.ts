import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '../settings-error.ts';

/** Folders whose contents a server makes anew; they are kept, empty. After PostgreSQL's own list for base backups. */
const EMPTIED = new Set(['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_wal']);
const LEFT = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'postgresql.auto.conf.tmp',
  'current_logfiles.tmp',
  'current_logfiles',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'tablespace_map.old',
  'backup_manifest',
  'recovery.signal',
  'standby.signal',
]);
/** What tells which checkpoint to begin from is read last. */
export const CONTROL = 'global/pg_control';

/**
 * True where a file of a data folder belongs into its base backup. Temporary files and tables end with their server; of a
 * table that is not logged only its empty beginning counts, since what it holds cannot be recovered.
 */
export function belongs(path: string, beside: ReadonlySet<string>): boolean {
  const name = path.split('/').at(-1) ?? '';
  if (!path.includes('/') && (LEFT.has(name) || name.startsWith('server.log'))) return false;
  if (name.startsWith('pgsql_tmp') || name.startsWith('pg_internal.init')) return false;
  if (!path.startsWith('base/')) return true;
  if (/^t\d+_\d+/.test(name)) return false;
  const table = /^(\d+)(_fsm|_vm)?(\.\d+)?$/.exec(name)?.[1];
  return !table || !beside.has(`${table}_init`);
}

export interface DataFiles {
  folders: string[];
  files: string[];
}

/** What a base backup of this data folder holds, by paths with forward slashes; the control file at the end. */
export async function dataFiles(dataDir: string): Promise<DataFiles> {
  const found: DataFiles = { folders: [], files: [] };
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true });
    const beside = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (entry.name.startsWith('pgsql_tmp')) continue;
        found.folders.push(path);
        if (!EMPTIED.has(path)) await walk(path);
      } else if (entry.isFile()) {
        if (path !== CONTROL && belongs(path, beside)) found.files.push(path);
      } else if (path.startsWith('pg_tblspc/')) {
        throw new SettingsError(
          'This database has a tablespace, which Keel never makes and its backup does not take along. Move its tables back, or back up by pgBackRest.',
        );
      }
    }
  };
  await walk('');
  found.folders.push('pg_wal/archive_status', 'pg_wal/summaries');
  found.files.push(CONTROL);
  return found;
}
