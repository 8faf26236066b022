import { now, prepared, sent, type TxCtx } from '../../platform/index.js';
import type { OptSaid } from '../webhooks/opting.js';

/*
 * Who wants no texts. All clinics of an installation write from one number, and at the carrier an opt-out is of that number: it
 * holds for all of them, those too that have yet to write, until the phone itself takes it back.
 */

/** For whoever is about to write there: what was said about it holds until the transaction ends. */
export function keepNumber(ctx: TxCtx, number: string): void {
  sent(ctx, 'SELECT lock_number($1, true)', [number]);
}

export async function hasOptedOut(ctx: TxCtx, number: string): Promise<boolean> {
  const [row] = await prepared<{ out: boolean }>(ctx, 'SELECT number_opted_out($1) AS out', [number]);
  return row?.out ?? false;
}

/**
 * What a phone says of it, in the order of writing (`optOutAfter`). Once an opt-out is committed, nothing more begins to leave to there.
 * @throws where `known` is given, of a text that was missed, and a text that is none of these was said last
 */
export async function sayOptWords(ctx: TxCtx, number: string, said: readonly OptSaid[], known?: readonly string[]): Promise<void> {
  if (said.length === 0) return;
  await ctx.tx.query(SAY, [number, said.map(({ word }) => word), said.map(({ sid }) => sid), now(ctx), known ?? null]);
}

/** The provider refused what it was given then, since the phone told it stop; unless that was taken back meanwhile. */
export async function sayRefused(ctx: TxCtx, number: string, givenAt: Date): Promise<void> {
  await ctx.tx.query(SAY, [number, ['provider'], [], givenAt, null]);
}

const SAY = 'SELECT say_opt_out($1, $2, $3, $4, $5)';
