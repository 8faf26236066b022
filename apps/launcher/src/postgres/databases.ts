import pg from 'pg';

/** Passwords of Keel's three roles. */
export interface RolePasswords {
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
}

/** Roles, database and extensions, made by a superuser; safe to run again, and after a crash at any statement. */
export async function prepareDatabase(superuserUrl: string, database: string, passwords: RolePasswords): Promise<void> {
  // Imported late: on a fresh clone it is built only moments before.
  const { databaseSql, rolesSql } = await import('@keel/api/bootstrap');
  const options = { database, ...passwords };
  await withClient(superuserUrl, async (client) => {
    for (const sql of rolesSql(options)) await client.query(sql);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
  const inside = new URL(superuserUrl);
  inside.pathname = `/${encodeURIComponent(database)}`;
  await withClient(inside.href, async (client) => {
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
