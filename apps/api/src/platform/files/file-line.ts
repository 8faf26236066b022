import type pg from 'pg';

/**
 * A restored database begins a line of its own: what the one it came from keeps is read and never removed by it. A database from
 * before there were files has none yet; the migration gives it one.
 *
 * @param client connected as the database's owner, in a transaction
 */
export async function beginFileLine(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    "SELECT 1 FROM information_schema.columns WHERE table_name = 'installation' AND column_name = 'file_line'",
  );
  if (rows.length > 0) await client.query('UPDATE installation SET file_line = gen_random_uuid()');
}
