import { dateIn } from '@keel/calendar';
import type { Currency } from '@keel/contracts';
import { balanced, type Posting } from '@keel/money';
import { printedZone } from './invoice.entity.js';
import type { InvoiceRow } from './invoice-row.js';
import { newId, now, type TxCtx } from '../platform/index.js';

export interface BusinessFact {
  source: 'invoice' | 'payment';
  sourceId: string;
  purpose: 'issue' | 'void' | 'receive' | 'reverse';
}

/** Where and to whom a fact belongs. */
export interface BookedAt {
  invoiceId: string;
  patientId: string;
  currency: Currency;
  /** Of the place of the invoice: its clock says on which day something was posted. */
  timeZone: string;
}

/** Of an invoice that was issued, and so keeps the clock of its place. */
export function bookedAt({ id, patientId, currency, snapshot }: Pick<InvoiceRow, 'id' | 'patientId' | 'currency' | 'snapshot'>): BookedAt {
  if (!snapshot) throw new Error(`The invoice ${id} was issued without what it prints`);
  return { invoiceId: id, patientId, currency, timeZone: printedZone(snapshot) };
}

/** Writes one fact to the journal, once: the unique key refuses a second time, the deferred trigger an unbalanced entry. */
export async function post(ctx: TxCtx, fact: BusinessFact, at: BookedAt, postings: readonly Posting[]): Promise<void> {
  const id = newId();
  const { source, sourceId, purpose } = fact;
  const moment = now(ctx);
  await ctx.tx.query(
    'INSERT INTO journal_entry (clinic_id, id, source, source_id, purpose, at, posted_on) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [ctx.clinicId, id, source, sourceId, purpose, moment, dateIn(at.timeZone, moment.getTime())],
  );
  const rows = balanced(postings);
  if (rows.length === 0) return;
  await ctx.tx.query(
    `INSERT INTO posting (clinic_id, id, entry_id, account, amount, currency, party, party_id, invoice_id)
     SELECT $1, uuidv7(), $2, account, amount, $5, 'patient', $6, $7 FROM unnest($3::text[], $4::int[]) AS row (account, amount)`,
    [ctx.clinicId, id, rows.map(({ account }) => account), rows.map(({ amount }) => amount), at.currency, at.patientId, at.invoiceId],
  );
}

/** The postings of a fact as they were written. */
export async function postingsOf(ctx: TxCtx, fact: BusinessFact): Promise<Posting[]> {
  return ctx.tx.query<Posting[]>(
    `SELECT p.account, p.amount FROM journal_entry e JOIN posting p ON p.clinic_id = e.clinic_id AND p.entry_id = e.id
     WHERE e.source = $1 AND e.source_id = $2 AND e.purpose = $3`,
    [fact.source, fact.sourceId, fact.purpose],
  );
}
