import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { TxCtx } from '../context/ctx.js';

const MOST_NAMES = 2000;
const names = new Map<string, string>();

/** The name of a statement that is prepared once per connection; texts are built from code, so there are few of them. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    if (names.size < MOST_NAMES) names.set(text, name);
  }
  return name;
}

/**
 * Rows of a statement inside the open transaction, planned once per connection: planning a join under policies costs more
 * than running it. For texts of the code alone; TypeORM's own `query` cannot prepare.
 */
export async function prepared<T extends object>(ctx: TxCtx, text: string, values: readonly unknown[] = []): Promise<T[]> {
  // A transaction always has its runner, and that its connection.
  const client = (await ctx.tx.queryRunner?.connect()) as pg.PoolClient | undefined;
  if (!client) throw new Error('There is no open transaction');
  return (await client.query<T>({ name: statementName(text), text, values: [...values] })).rows;
}
