/** Keel is written for this major version of PostgreSQL and later ones. */
const OLDEST_SERVER = 18;

/** Passwords of the three roles; `keel_owner` migrates, `keel_app` runs and owns nothing, `keel_queue` owns only schema `bullmq`. */
export interface BootstrapOptions {
  database: string;
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
}

const ROLES = [
  ['keel_owner', 'ownerPassword'],
  ['keel_app', 'appPassword'],
  ['keel_queue', 'queuePassword'],
] as const;

/** Why a server of this version (`server_version_num`, 180004 for 18.4) will not do, or undefined. */
export function serverFault(version: number): string | undefined {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_SERVER) return undefined;
  return `DATABASE_URL leads to PostgreSQL ${major}; Keel needs ${OLDEST_SERVER} or newer. Upgrade that server (pg_upgrade keeps its data), or name another one.`;
}

/** Statements for a superuser on the maintenance database; each may be run again. `CREATE DATABASE` is the caller's. */
export function rolesSql(options: BootstrapOptions): string[] {
  return ROLES.flatMap(([role, password]) => [
    `DO $$ BEGIN CREATE ROLE ${role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${literal(options[password])}`,
  ]);
}

/** Statements for a superuser inside Keel's own database; each may be run again. */
export function databaseSql(options: BootstrapOptions): string[] {
  const database = `"${options.database.replaceAll('"', '""')}"`;
  return [
    `ALTER DATABASE ${database} OWNER TO keel_owner`,
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO keel_app, keel_queue`,
    // On local disks the planner's default of 4 makes the week's names a sequential scan: five times slower.
    `ALTER DATABASE ${database} SET random_page_cost = 1.1`,
    `ALTER DATABASE ${database} SET timezone = 'UTC'`,
    ...['btree_gist', 'btree_gin', 'pg_trgm', 'unaccent', 'citext', 'pgcrypto', 'fuzzystrmatch'].map(
      (extension) => `CREATE EXTENSION IF NOT EXISTS ${extension}`,
    ),
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
    'GRANT USAGE, CREATE ON SCHEMA public TO keel_owner',
    'GRANT USAGE ON SCHEMA public TO keel_app',
    'CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION keel_queue',
    // BullMQ migrates by CREATE SCHEMA IF NOT EXISTS, which is refused without CREATE even where the schema exists, and adds
    // jobs in bulk through a temporary table.
    `GRANT CREATE, TEMPORARY ON DATABASE ${database} TO keel_queue`,
  ];
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
