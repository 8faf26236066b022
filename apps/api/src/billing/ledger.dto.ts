import type { Currency } from '@keel/contracts';
import type { Account, ACCOUNTS } from '@keel/money';

/** Cents of either sign: debits are positive. */
export class SignedMoneyDto {
  amount!: number;
  currency!: Currency;
}

export class LedgerAccountDto {
  account!: Account;
  number!: string;
  type!: (typeof ACCOUNTS)[Account]['type'];
  balance!: SignedMoneyDto;
}

export class PostingDto {
  account!: Account;
  amount!: SignedMoneyDto;
}

export class JournalEntryDto {
  id!: string;
  source!: string;
  sourceId!: string;
  purpose!: string;
  at!: Date;
  /** The day on which it is booked, YYYY-MM-DD, by the clock of the place of its invoice. */
  postedOn!: string;
  postings!: PostingDto[];
}
