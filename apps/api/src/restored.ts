import 'reflect-metadata';
import pg from 'pg';
import { type AuditHead, beginFileLine, brokenAuditChains } from './platform/index.js';
import { MIGRATIONS } from './schema.js';

/** Addresses of a database that was restored from a backup and that nothing else uses yet. */
export interface RestoredUrls {
  app: string;
  queue: string;
  /** Reads every table, whosever it is. */
  superuser: string;
}

export interface Inspection {
  migrations: string[];
  tables: number;
  rows: number;
  clinics: number;
  /** Clinics whose audit chain is not whole. */
  brokenChains: string[];
}

/** Those of a backup's migrations that this version does not know: it is of a newer one. */
export function unknownMigrations(names: readonly string[]): string[] {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

/**
 * Reads all of a restored database: each table from its pages, whose checksums PostgreSQL compares, and each clinic's audit
 * chain, which must still hold the head that was kept outside the database.
 *
 * @throws whatever PostgreSQL says of a page or a table that cannot be read
 */
export async function inspectRestored(urls: RestoredUrls, masterKey: string, heads: Record<string, AuditHead>): Promise<Inspection> {
  const client = new pg.Client({ connectionString: urls.superuser, application_name: 'keel-inspect' });
  await client.connect();
  try {
    const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM keel_migration ORDER BY id');
    const { rows: clinics } = await client.query<{ id: string }>('SELECT clinic_id AS id FROM clinic ORDER BY clinic_id');
    const ids = [...new Set([...clinics.map(({ id }) => id), ...Object.keys(heads)])];
    return {
      migrations: migrations.map(({ name }) => name),
      ...(await countAll(client)),
      clinics: clinics.length,
      brokenChains: await brokenAuditChains({ databaseUrl: urls.app, queueDatabaseUrl: urls.queue, masterKey }, ids, heads),
    };
  } finally {
    await client.end();
  }
}

/** An index could be counted instead, so none may be used. */
async function countAll(client: pg.Client): Promise<{ tables: number; rows: number }> {
  await client.query('SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off');
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq') ORDER BY 1",
  );
  let rows = 0;
  for (const { name } of tables) rows += Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`)).rows[0]?.n);
  return { tables: tables.length, rows };
}

/**
 * Makes a restored database fit to serve people again, in one transaction. What happened between the last moment that is in it
 * and `at` is not known any more, so what must not happen twice is not done by itself: messages that were due by then wait for
 * a person, who can find out whether they left. What was ended in that time would be open again, so everybody's sessions and
 * every link end, but for the ways out of e-mails: they show no record, and what was stopped by one may just have been lost. The
 * files of the database it came from are read and never removed: that one may still live.
 *
 * @param ownerUrl the database as its owner, `keel_owner`
 */
export async function settleRestored(ownerUrl: string, at: Date): Promise<{ held: number }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'keel-settle' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM session');
    await client.query('DELETE FROM half_open_session');
    await client.query('UPDATE password_reset SET expires_at = least(expires_at, $1)', [at]);
    // One that was withdrawn in the lost time is open again, and one that was corrected leads to the wrong person.
    await client.query('UPDATE invitation SET expires_at = least(expires_at, $1) WHERE accepted_at IS NULL AND revoked_at IS NULL', [at]);
    await client.query('UPDATE address_proof SET expires_at = least(expires_at, $1)', [at]);
    await client.query(
      `UPDATE link_token SET revoked_at = $1, revoked_for = 'withdrawn'
       WHERE revoked_at IS NULL AND expires_at > $1 AND kind <> 'mailbox'`,
      [at],
    );
    const { rowCount } = await client.query(
      `UPDATE message SET status = 'unknown', reason = 'restored', next_at = NULL, version = version + 1, updated_at = $1
       WHERE status = 'scheduled' AND next_at <= $1`,
      [at],
    );
    await beginFileLine(client);
    await client.query('COMMIT');
    return { held: rowCount ?? 0 };
  } finally {
    // What did not commit is rolled back with the connection.
    await client.end();
  }
}
