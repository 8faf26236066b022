import pg from 'pg';
import { createApp } from '../../app.js';
import { MIGRATIONS } from '../../schema.js';
import { testEnv } from '../../testing/app.js';
import { type TestDatabase, testDatabase } from '../../testing/database.js';
import { Config } from '../config/config.js';
import { Crypto } from '../crypto/crypto.js';
import { systemCtx } from '../context/ctx.js';

const CLINIC = '0199a8b0-0000-7000-8000-00000000000a';
const PLACE = { table: 'note', column: 'body', id: '1', patientId: null };

async function asOwner(database: TestDatabase, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Starts as `main` does, up to the first request it would take. */
async function boot(database: TestDatabase, env: Record<string, string> = {}): Promise<void> {
  const app = await createApp(new Config({ ...testEnv(database), ...env }));
  await app.init().finally(() => app.close());
}

describe('boot', () => {
  it('goes on with the key that sealed, and refuses another installation’s', async () => {
    const database = await testDatabase();
    const another = { KEEL_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') };
    const crypto = new Crypto(new Config(testEnv(database)));
    await crypto.seal(systemCtx(CLINIC, 'test'), PLACE, 'a secret').finally(() => crypto.onApplicationShutdown());
    await boot(database);
    await expect(boot(database, another)).rejects.toThrow(/KEEL_MASTER_KEY is not the key of this installation/);
    await expect(boot(database, { ...another, KEEL_ROLE: 'worker' })).rejects.toThrow(/KEEL_MASTER_KEY/);
  });

  it('takes the key of the first start, and refuses another one although nothing was sealed yet', async () => {
    const database = await testDatabase();
    const first = { KEEL_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') };
    await boot(database, first);
    await expect(boot(database)).rejects.toThrow(/KEEL_MASTER_KEY is not the key of this installation/);
    await boot(database, first);
  });

  it('refuses a database that lacks a migration, and says which and what to do', async () => {
    const database = await testDatabase();
    const last = MIGRATIONS.at(-1)?.name;
    await asOwner(database, `DELETE FROM keel_migration WHERE name = '${last}'`);
    await expect(boot(database)).rejects.toThrow(new RegExp(`not migrated to this version \\(it lacks ${last}\\).*prepare step`));
  });

  it('refuses a database that an earlier version, or nobody, migrated', async () => {
    const database = await testDatabase();
    await asOwner(database, 'REVOKE SELECT ON keel_migration FROM keel_app');
    await expect(boot(database)).rejects.toThrow(/not migrated to this version/);
    await asOwner(database, 'DROP TABLE keel_migration');
    await expect(boot(database)).rejects.toThrow(/not migrated to this version/);
  });

  it('refuses a database of a newer version', async () => {
    const database = await testDatabase();
    await asOwner(database, "INSERT INTO keel_migration (timestamp, name) VALUES (1999000000001, 'Later1999000000001')");
    await expect(boot(database)).rejects.toThrow(/a newer Keel \(it has Later1999000000001\)/);
  });
});
