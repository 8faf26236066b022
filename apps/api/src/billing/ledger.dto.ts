import type { Currency } from '@keel/contracts';

/** Cents of either sign: debits are positive. */
export class SignedMoneyDto {
  amount!: number;
  currency!: Currency;
}

export class LedgerAccountDto {
  account!: string;
  number!: string;
  type!: string;
  balance!: SignedMoneyDto;
}

export class PostingDto {
  account!: string;
  amount!: SignedMoneyDto;
}

export class JournalEntryDto {
  id!: string;
  source!: string;
  sourceId!: string;
  purpose!: string;
  at!: Date;
  postings!: PostingDto[];
}
