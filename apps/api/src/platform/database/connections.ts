import pg from 'pg';
import type { DatabaseTimeouts } from '../config/config.js';

const KEEP_ALIVE_AFTER_MS = 10_000;
const GOODBYE_MS = 2_000;

/**
 * How every connection of a running Keel waits: never without end. The server gives up a statement, a lock and an idle
 * transaction; where the server itself hangs, this side gives up an answer, a connection and its place in the queue.
 * Migrations, backups and restores open their own connections, which may take as long as they need.
 */
export function timeoutsOf(timeouts: DatabaseTimeouts): pg.PoolConfig {
  return {
    statement_timeout: timeouts.statementMs,
    lock_timeout: timeouts.lockMs,
    idle_in_transaction_session_timeout: timeouts.idleInTransactionMs,
    query_timeout: timeouts.answerMs,
    connectionTimeoutMillis: timeouts.waitMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  };
}

interface Reach {
  databaseUrl: string;
  databaseTimeouts: DatabaseTimeouts;
}

export function createClient(config: Reach, name: string): pg.Client {
  return new pg.Client({ ...timeoutsOf(config.databaseTimeouts), connectionString: config.databaseUrl, application_name: name });
}

export function createPool(config: Reach, name: string, max: number, more: { pipeline?: boolean } = {}): pg.Pool {
  const pool = new pg.Pool({
    ...timeoutsOf(config.databaseTimeouts),
    ...more,
    connectionString: config.databaseUrl,
    application_name: name,
    max,
  } as pg.PoolConfig);
  // A connection that breaks is replaced at the next checkout, idle or not; without a handler it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Says goodbye, and hangs up on a server that does not say it back. */
export async function closeClient(client: pg.Client): Promise<void> {
  const timer = setTimeout(() => client.connection.stream.destroy(), GOODBYE_MS);
  await client.end().catch(() => undefined);
  clearTimeout(timer);
}
