import 'reflect-metadata';
import pg from 'pg';
import { forgetStrayNumbers, rehashNumbers } from './messaging/index.js';
import { masterKeyCheck, openIn, rewrapKey, unwrapKey } from './platform/index.js';

/** Why the master key was not changed; nothing was. */
export class RotationError extends Error {}

interface Wrapped {
  clinicId: string;
  wrapped: Buffer;
}

/**
 * Wraps every clinic's data key anew, by another master key: all or none, in one transaction. What the data keys sealed stays as
 * it is, the keys of patients among it; the phones that were texted are found by the new key. Run again after it was done, it changes nothing.
 *
 * @param ownerUrl the database as its owner, `keel_owner`
 * @param from the master key so far, 32 bytes
 * @param to the new one, 32 bytes
 * @returns how many data keys were wrapped anew
 * @throws RotationError where `from` is not this database's key, or Keel still runs on it
 */
export async function rotateMasterKey(ownerUrl: string, from: Buffer, to: Buffer): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'keel-rotate-key' });
  await client.connect();
  try {
    await client.query('BEGIN');
    const rotated = await rotate(client, from, to);
    await client.query('COMMIT');
    return rotated;
  } finally {
    // What did not commit is rolled back with the connection.
    await client.end();
  }
}

async function rotate(client: pg.Client, from: Buffer, to: Buffer): Promise<number> {
  await client.query('LOCK TABLE clinic_key, installation IN ACCESS EXCLUSIVE MODE');
  await demandStopped(client);
  const { rows: kept } = await client.query<{ check: Buffer }>('SELECT key_check AS check FROM installation');
  const check = kept[0]?.check;
  if (check?.equals(masterKeyCheck(to))) return 0;
  if (check && !check.equals(masterKeyCheck(from))) throw new RotationError('The present master key is not the one of this database.');
  const { rows } = await client.query<Wrapped>('SELECT clinic_id AS "clinicId", wrapped FROM clinic_key ORDER BY clinic_id');
  for (const { clinicId, wrapped } of rows) {
    await client.query('UPDATE clinic_key SET wrapped = $2 WHERE clinic_id = $1', [clinicId, rewrapKey(from, to, clinicId, wrapped)]);
    await rehashNumbers(client, clinicId, to, openIn(client, clinicId, unwrapKey(from, clinicId, wrapped)));
  }
  await forgetStrayNumbers(client);
  await client.query('INSERT INTO installation (key_check) VALUES ($1) ON CONFLICT (single) DO UPDATE SET key_check = $1', [
    masterKeyCheck(to),
  ]);
  return rows.length;
}

/** A process that runs holds the key of before, and would wrap the next new clinic's key with it. */
async function demandStopped(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = 'keel_app' AND datname = current_database()",
  );
  if (rows[0]?.n) throw new RotationError('Keel still runs on this database. Stop the API and its workers first, then try again.');
}
