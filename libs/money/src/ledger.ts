import { MoneyError, sum } from './cents.js';
import type { InvoiceTotals } from './tax.js';

/** The accounts that every clinic has; numbers follow the usual chart of a small business. */
export const ACCOUNTS = {
  cash: { number: '1000', type: 'asset' },
  bank: { number: '1010', type: 'asset' },
  card_clearing: { number: '1020', type: 'asset' },
  receivable: { number: '1100', type: 'asset' },
  tax_payable: { number: '2200', type: 'liability' },
  revenue: { number: '4000', type: 'income' },
} as const;
export type Account = keyof typeof ACCOUNTS;

/** Cents on an account: debits are positive, credits negative. */
export interface Posting {
  account: Account;
  amount: number;
}

const ACCOUNT_OF_METHOD = { cash: 'cash', e_transfer: 'bank', cheque: 'bank', terminal: 'card_clearing', other: 'bank' } as const;

/** Issuing an invoice: the patient owes the total; the clinic has earned the subtotal and owes the tax on. */
export function issuePostings(totals: Pick<InvoiceTotals, 'subtotal' | 'tax' | 'total'>): Posting[] {
  return balanced([
    { account: 'receivable', amount: totals.total },
    { account: 'revenue', amount: -totals.subtotal },
    { account: 'tax_payable', amount: -totals.tax },
  ]);
}

/** A payment: money came in by its method, and that much is owed no longer. */
export function paymentPostings(amount: number, method: keyof typeof ACCOUNT_OF_METHOD): Posting[] {
  if (amount <= 0) throw new MoneyError('A payment is more than nothing');
  return balanced([
    { account: ACCOUNT_OF_METHOD[method], amount },
    { account: 'receivable', amount: -amount },
  ]);
}

/** The same with the signs turned: what was posted is never changed, it is posted back. */
export function reversed(postings: readonly Posting[]): Posting[] {
  return balanced(postings.map(({ account, amount }) => ({ account, amount: -amount })));
}

/** @throws MoneyError where debits and credits differ; rows of nothing are left out. */
export function balanced(postings: readonly Posting[]): Posting[] {
  if (sum(postings.map(({ amount }) => amount)) !== 0) throw new MoneyError('Debits and credits differ');
  return postings.filter(({ amount }) => amount !== 0);
}
