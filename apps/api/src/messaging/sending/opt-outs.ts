import { prepared, sent, type TxCtx } from '../../platform/index.js';

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
 * Once it is committed, nothing more begins to leave to there; again is nothing.
 * @param said `stop` in a text to us alone, `keyword` in one that the provider takes for an opt-out too, `provider` where that refused; none takes it back
 */
export async function sayOptOut(ctx: TxCtx, number: string, said: 'stop' | 'keyword' | 'provider' | null): Promise<void> {
  await ctx.tx.query('SELECT say_opt_out($1, $2, $3)', [number, said === 'keyword' ? 'stop' : said, said === 'stop']);
}
