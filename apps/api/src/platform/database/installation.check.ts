import type pg from 'pg';
import type { Config } from '../config/config.js';
import { ConfigError } from '../config/env-reader.js';
import { createClient } from './connections.js';
import { serverFault } from './bootstrap.js';
import { masterKeyCheck, opensWrapped } from '../crypto/wrapped-key.js';

interface Wrapped {
  clinicId: string;
  wrapped: Buffer;
}

// PostgreSQL's "no such table" and "no right to it": nobody migrated, or only an earlier version did.
const UNREADABLE = ['42P01', '42501'];

/**
 * Refuses a database of another version or of another installation, before anything is started: one would fail at the first
 * question that meets a missing column, the other at the first note that it cannot open.
 *
 * @throws ConfigError that says what to do.
 */
export async function assertInstallation(config: Config, migrations: readonly Function[]): Promise<void> {
  const client = createClient(config, 'keel-boot');
  await client.connect();
  try {
    const known = migrations.map(({ name }) => name);
    const fault =
      serverFault(await serverVersion(client)) ?? versionFault(await applied(client), known) ?? (await keyFault(client, config.masterKey));
    if (fault) throw new ConfigError([fault]);
  } finally {
    await client.end();
  }
}

/** Why a database with these migrations is not this version's, or undefined. */
export function versionFault(applied: readonly string[], known: readonly string[]): string | undefined {
  const missing = known.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0)
    return `DATABASE_URL leads to a database of a newer Keel (it has ${list(newer)}). Start that version, or restore a backup from before the upgrade.`;
  if (missing.length > 0)
    return `DATABASE_URL leads to a database that is not migrated to this version (it lacks ${list(missing)}). Run the launcher's prepare step with DATABASE_OWNER_URL, or "npm start", which does.`;
  return undefined;
}

async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
  return Number(rows[0]?.version);
}

async function applied(client: pg.Client): Promise<string[]> {
  try {
    return (await client.query<{ name: string }>('SELECT name FROM keel_migration')).rows.map(({ name }) => name);
  } catch (error) {
    if (UNREADABLE.includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

/** The first key that opens what there is becomes the installation's, so that another one is refused before anything is sealed with it. */
async function keyFault(client: pg.Client, masterKey: Buffer): Promise<string | undefined> {
  const [row] = (await client.query<Wrapped>('SELECT * FROM any_clinic_key()')).rows;
  if (row && !opensWrapped(masterKey, row.clinicId, row.wrapped)) return FOREIGN_KEY;
  const own = masterKeyCheck(masterKey);
  const [kept] = (await client.query<{ keyCheck: Buffer }>('SELECT * FROM installation_key($1)', [own])).rows;
  return kept?.keyCheck.equals(own) ? undefined : FOREIGN_KEY;
}

const FOREIGN_KEY =
  'KEEL_MASTER_KEY is not the key of this installation, with which its database was sealed. Put back the one of this installation, from the safe place that it was copied to; without it the sealed notes and files do not open.';

/** The first few, since an empty database lacks all. */
function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
