import { databaseSql, rolesSql } from '@keel/api/bootstrap';
import pg from 'pg';
import type { Cluster } from './cluster.ts';

/** Passwords of Keel's three roles. */
export interface RolePasswords {
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
}

/** Roles, database and extensions; safe to run again, and after a crash at any statement. */
export async function prepareDatabase(cluster: Cluster, database: string, passwords: RolePasswords): Promise<void> {
  const options = { database, ...passwords };
  await withClient(cluster.superuserUrl(), async (client) => {
    for (const sql of rolesSql(options)) await client.query(sql);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
  await withClient(cluster.superuserUrl(database), async (client) => {
    for (const sql of databaseSql(options)) await client.query(sql);
  });
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
