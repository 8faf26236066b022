import type { Page } from '@keel/contracts';
import { type Account, ACCOUNTS } from '@keel/money';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, decodeCursor, NOT_PERSONAL, type PageQuery, toPage, wholePage } from '../platform/index.js';
import type { JournalEntryDto, LedgerAccountDto } from './ledger.dto.js';

/** The clinic's books, read only: they are written by what happens. */
@Injectable()
export class LedgerService {
  constructor(private readonly db: Db) {}

  /** Every account with its balance; debits are positive, so income and debts show as negative. */
  async accounts(ctx: Ctx): Promise<Page<LedgerAccountDto>> {
    const rows = await this.db.read<{ account: Account; currency: LedgerAccountDto['balance']['currency']; amount: number }>(
      ctx,
      NOT_PERSONAL,
      'SELECT account, currency, sum(amount)::bigint AS amount FROM posting GROUP BY account, currency',
    );
    const [clinic] = await this.db.read<{ currency: LedgerAccountDto['balance']['currency'] }>(
      ctx,
      NOT_PERSONAL,
      'SELECT currency FROM clinic_card',
    );
    const data = (Object.keys(ACCOUNTS) as Account[]).map((account) => {
      const row = rows.find((one) => one.account === account);
      const balance = { amount: row?.amount ?? 0, currency: row?.currency ?? clinic?.currency ?? 'CAD' };
      return { account, ...ACCOUNTS[account], balance };
    });
    return wholePage(data);
  }

  async entries(ctx: Ctx, query: PageQuery): Promise<Page<JournalEntryDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? ['ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await this.db.read<JournalEntryDto>(
      ctx,
      NOT_PERSONAL,
      `SELECT e.id, e.source, e.source_id AS "sourceId", e.purpose, e.at, e.posted_on::text AS "postedOn",
         (SELECT coalesce(json_agg(json_build_object('account', p.account, 'amount', json_build_object('amount', p.amount, 'currency', p.currency))
            ORDER BY p.id), '[]') FROM posting p WHERE p.clinic_id = e.clinic_id AND p.entry_id = e.id) AS postings
       FROM journal_entry e WHERE e.id < $1::uuid ORDER BY e.id DESC LIMIT $2`,
      [before, query.limit + 1],
    );
    return toPage(rows, query, (row) => [row.id]);
  }
}
