import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { databaseSql } from '../platform/database/bootstrap.js';
import { createDataSource } from '../platform/database/data-source.js';
import { MIGRATIONS } from '../schema.js';
import { type TestDatabase, testDatabase } from './database.js';

/** What a release left in its database, as `apps/launcher/src/keep-release.ts` wrote it down. */
export interface Release {
  masterKey: string;
  migrations: string[];
  tables: Record<string, Record<string, unknown>[]>;
}

const FOLDER = join(import.meta.dirname, 'releases');

export const RELEASES = readdirSync(FOLDER).filter((name) => name.endsWith('.json.br'));

/** Each was kept from a demo clinic, and holds the hash of its password as it was then. */
export const RELEASE_SIGN_IN = { email: 'demo@keel.example', password: 'a quiet demo clinic' };

export function readRelease(name: string): Release {
  return JSON.parse(brotliDecompressSync(readFileSync(join(FOLDER, name))).toString('utf8')) as Release;
}

/** A database as that release left it: its own migrations, which never change afterwards, and its rows. */
export async function olderDatabase({ migrations, tables }: Release): Promise<TestDatabase> {
  const beside = await testDatabase();
  const name = `${beside.name}_older`;
  await withClient(beside.superuserUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const renamed = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const urls = {
    appUrl: renamed(beside.appUrl),
    ownerUrl: renamed(beside.ownerUrl),
    queueUrl: renamed(beside.queueUrl),
    superuserUrl: renamed(beside.superuserUrl),
  };
  const options = { database: name, ownerPassword: '', appPassword: '', queuePassword: '' };
  await withClient(urls.superuserUrl, async (client) => {
    for (const sql of databaseSql(options)) await client.query(sql);
  });
  const known = MIGRATIONS.filter((migration) => migrations.includes(migration.name));
  const source = createDataSource({ url: urls.ownerUrl, poolSize: 1, applicationName: 'keel-older', migrations: known });
  await source.initialize();
  await source.runMigrations().finally(() => source.destroy());
  await withClient(urls.superuserUrl, async (client) => {
    // Rows that fitted together when they were written down; triggers have done their work on them.
    await client.query('SET session_replication_role = replica');
    for (const [table, rows] of Object.entries(tables)) await fill(client, table, rows);
  });
  return { ...beside, name, ...urls };
}

async function fill(client: pg.Client, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [table],
  );
  // What migrations wrote is among the release's own rows.
  await client.query(`DELETE FROM ${table}`);
  const list = columns.map(({ name }) => name).join(', ');
  const sql = `INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM json_populate_recordset(NULL::${table}, $1)`;
  await client.query(sql, [JSON.stringify(rows)]);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
