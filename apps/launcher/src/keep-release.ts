// Before a release: `node apps/launcher/src/keep-release.ts <data folder> <file.json.br>` writes down what a running installation
// of made-up people, such as the demo clinic, holds about some of them, with its master key. The database stays as it is. Tests of
// later versions bring these rows up to date.
import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type pg from 'pg';
import { Cluster } from './postgres/cluster.ts';
import { withClient } from './postgres/databases.ts';
import { loadSecrets } from './secrets.ts';
import { postgresFolder } from './settings.ts';

/** Somebody signed in, and what is passed on and forgotten: nothing that an upgrade has to keep. */
const PASSING = ['keel_migration', 'session', 'half_open_session', 'live_event', 'idempotency', 'inbox', 'outbox'];
const PATIENTS = 8;

/** Leaves a few patients and what belongs to them: first what names them, then, round by round, what leads nowhere any more. */
async function thin(client: pg.Client): Promise<void> {
  await client.query('SET LOCAL session_replication_role = replica');
  await client.query(`CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT id FROM patient ORDER BY id LIMIT ${PATIENTS}`);
  await client.query('DELETE FROM patient WHERE id NOT IN (SELECT id FROM kept)');
  await client.query('DELETE FROM audit_entry WHERE NOT patient_ids && ARRAY(SELECT id FROM kept)');
  const { rows: naming } = await client.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'patient_id' AND t.table_type = 'BASE TABLE'`,
  );
  for (const { name } of naming) await client.query(`DELETE FROM ${name} WHERE patient_id NOT IN (SELECT id FROM kept)`);
  const { rows: keys } = await client.query<{ child: string; parent: string; fits: string; whole: string }>(
    `SELECT conrelid::regclass AS child, confrelid::regclass AS parent,
       (SELECT string_agg(format('p.%I = c.%I', f.attname, a.attname), ' AND ') FROM unnest(conkey, confkey) AS k (mine, theirs)
        JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = mine JOIN pg_attribute f ON f.attrelid = confrelid AND f.attnum = theirs) AS fits,
       (SELECT string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') FROM unnest(conkey) AS k (mine)
        JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = mine) AS whole
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (let gone = 1; gone > 0;) {
    gone = 0;
    for (const { child, parent, fits, whole } of keys) {
      const { rowCount } = await client.query(
        `DELETE FROM ${child} c WHERE ${whole} AND NOT EXISTS (SELECT FROM ${parent} p WHERE ${fits})`,
      );
      gone += rowCount ?? 0;
    }
  }
}

const [dataDir, file] = process.argv.slice(2);
if (!dataDir || !file) {
  process.stderr.write('Say which data folder goes into which file: node apps/launcher/src/keep-release.ts .keel before-backups.json.br\n');
  process.exit(2);
}
const secrets = loadSecrets(dataDir);
const cluster = new Cluster({ dataDir: postgresFolder(dataDir, secrets).folder, superuserPassword: secrets.superuserPassword });
if (!(await cluster.runs())) {
  process.stderr.write(`No PostgreSQL runs on ${dataDir}. Start Keel on it, then try again.\n`);
  process.exit(1);
}
const release = await withClient(cluster.superuserUrl('keel'), async (client) => {
  const { rows: names } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1",
    [PASSING],
  );
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  // Before the first look: what Keel itself writes meanwhile waits, or the rows to be left out could not be.
  await client.query(`LOCK TABLE ${names.map(({ name }) => client.escapeIdentifier(name)).join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
  const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM keel_migration ORDER BY id');
  await thin(client);
  const tables: Record<string, unknown[]> = {};
  for (const { name } of names) {
    const { rows } = await client.query<{ all: unknown[] }>(
      `SELECT coalesce(json_agg(t), '[]') AS all FROM ${client.escapeIdentifier(name)} t`,
    );
    tables[name] = rows[0]?.all ?? [];
  }
  await client.query('ROLLBACK');
  return { masterKey: secrets.masterKey, migrations: migrations.map(({ name }) => name), tables };
});
const bytes = brotliCompressSync(JSON.stringify(release));
writeFileSync(file, bytes);
const counts = Object.entries(release.tables).map(([name, rows]) => `${name} ${rows.length}`);
process.stdout.write(`${file}: ${Math.ceil(bytes.length / 1024)} KiB\n${counts.join(', ')}\n`);
process.exit();
