import { runMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './platform/database/data-source.js';
import { QUEUE_SCHEMA } from './platform/queues/queues.module.js';
import { MIGRATIONS } from './schema.js';

/**
 * Brings the database to this version, as its owner; run twice, or by two at once, it changes nothing more. `queueUrl` is
 * the queue's own role, absent where the queues are on Redis.
 *
 * @returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, options: { queueUrl?: string } = {}): Promise<string[]> {
  const source = createDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'keel-migrate', migrations: MIGRATIONS });
  await source.initialize();
  try {
    const runner = source.createQueryRunner();
    // Two processes that start together take turns; the second finds nothing to do.
    await runner.query('SELECT pg_advisory_lock(7165100)');
    const ran = await source.runMigrations().finally(() => runner.query('SELECT pg_advisory_unlock(7165100)'));
    await runner.release();
    if (options.queueUrl) await migrateQueue(options.queueUrl);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

async function migrateQueue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'keel-migrate' });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}
