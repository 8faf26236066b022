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
 * Sends a statement, planned once per connection: planning a join under policies costs more than running it. What is sent
 * before this turn of the event loop ends leaves in one packet, since writing one costs more than most statements.
 */
export async function send<T extends object>(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<T[]> {
  const { stream } = (client as pg.Client).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return (await client.query<T>({ name: statementName(text), text, values: [...values] })).rows;
}

/** Rows of a statement inside the open transaction. For texts of the code alone; TypeORM's own `query` cannot prepare. */
export function prepared<T extends object>(ctx: TxCtx, text: string, values: readonly unknown[] = []): Promise<T[]> {
  return send<T>(ctx.connection, text, values);
}

/** A statement inside the open transaction whose answer nobody reads: the next one follows it at once, and the commit waits. */
export function sent(ctx: TxCtx, text: string, values: readonly unknown[]): void {
  const answer = send(ctx.connection, text, values);
  // Should the transaction end by another error, nobody asks for this one.
  answer.catch(() => undefined);
  ctx.unanswered.push(answer);
}
