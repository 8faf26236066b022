import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../testing/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

async function asApp<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const CLINIC_A = '0199a8b0-0000-7000-8000-00000000000a';
const CLINIC_B = '0199a8b0-0000-7000-8000-00000000000b';

describe('the database keeps clinics apart by itself', () => {
  it('shows no row to a connection without a clinic, and only its own to one with', async () => {
    const insert = `INSERT INTO link_token (clinic_id, id, hash, kind, subject_id, expires_at) VALUES ($1, uuidv7(), sha256($2), 'form', uuidv7(), now())`;
    await asApp(async (client) => {
      await client.query("SELECT set_config('app.clinic_id', $1, false)", [CLINIC_A]);
      await client.query(insert, [CLINIC_A, Buffer.from('a')]);
      expect((await client.query('SELECT * FROM link_token')).rowCount).toBe(1);
      await client.query("SELECT set_config('app.clinic_id', $1, false)", [CLINIC_B]);
      expect((await client.query('SELECT * FROM link_token')).rowCount).toBe(0);
      await expect(client.query(insert, [CLINIC_A, Buffer.from('b')])).rejects.toMatchObject({ code: '42501' });
    });
    await asApp(async (client) => expect((await client.query('SELECT * FROM link_token')).rowCount).toBe(0));
  });

  it('lets nobody change or remove an audit row, an event or a key', async () => {
    await asApp(async (client) => {
      for (const sql of [
        "UPDATE audit_entry SET what = 'x'",
        'DELETE FROM audit_entry',
        'DELETE FROM outbox',
        'SELECT * FROM outbox',
        'SELECT * FROM clinic_key',
        'SELECT * FROM patient_key',
        'INSERT INTO patient_key (clinic_id, patient_id) SELECT uuidv7(), uuidv7()',
        'UPDATE patient_key SET wrapped = NULL',
        'DELETE FROM patient_key',
        'SELECT destroy_patient_key(uuidv7(), uuidv7())',
        'TRUNCATE inbox',
        'CREATE TABLE mine (id int)',
      ]) {
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
