import type { Currency } from '@keel/contracts';
import { balanced, type Posting } from '@keel/money';
import { newId, now, type TxCtx } from '../platform/index.js';

export interface BusinessFact {
  source: 'invoice' | 'payment';
  sourceId: string;
  purpose: 'issue' | 'void' | 'receive' | 'reverse';
  currency: Currency;
}

/** Writes one fact to the journal, once: the unique key refuses a second time, the deferred trigger an unbalanced entry. */
export async function post(ctx: TxCtx, fact: BusinessFact, postings: readonly Posting[]): Promise<void> {
  const id = newId();
  await ctx.tx.query('INSERT INTO journal_entry (clinic_id, id, source, source_id, purpose, at) VALUES ($1, $2, $3, $4, $5, $6)', [
    ctx.clinicId,
    id,
    fact.source,
    fact.sourceId,
    fact.purpose,
    now(ctx),
  ]);
  const rows = balanced(postings);
  if (rows.length === 0) return;
  await ctx.tx.query(
    `INSERT INTO posting (clinic_id, id, entry_id, account, amount, currency)
     SELECT $1, uuidv7(), $2, account, amount, $5 FROM unnest($3::text[], $4::int[]) AS row (account, amount)`,
    [ctx.clinicId, id, rows.map(({ account }) => account), rows.map(({ amount }) => amount), fact.currency],
  );
}

/** The postings of a fact as they were written. */
export async function postingsOf(ctx: TxCtx, fact: Omit<BusinessFact, 'currency'>): Promise<Posting[]> {
  return ctx.tx.query<Posting[]>(
    `SELECT p.account, p.amount FROM journal_entry e JOIN posting p ON p.clinic_id = e.clinic_id AND p.entry_id = e.id
     WHERE e.source = $1 AND e.source_id = $2 AND e.purpose = $3`,
    [fact.source, fact.sourceId, fact.purpose],
  );
}
