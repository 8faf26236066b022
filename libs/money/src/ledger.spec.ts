import fc from 'fast-check';
import { MoneyError, sum } from './cents.js';
import { type InvoiceBalance, open, pay, settledStatus, takeBack, voided } from './invoice-state.js';
import { issuePostings, paymentPostings, type Posting, reversed } from './ledger.js';

const METHODS = ['cash', 'e_transfer', 'cheque', 'terminal', 'other'] as const;
const operation = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: -10, max: 20_000 }), method: fc.constantFrom(...METHODS) }),
  fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('void' as const) }),
);

describe('an invoice and its journal', () => {
  it('agree over any run of payments, take-backs and voids, refused ones included', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(7000), fc.array(operation, { maxLength: 30 }), (subtotal, tax, operations) => {
        const total = subtotal + tax;
        let balance: InvoiceBalance = { invoiced: total, paid: 0, adjusted: 0 };
        const issue = issuePostings({ subtotal, tax, total });
        const journal: Posting[] = [...issue];
        const counted: { amount: number; postings: Posting[] }[] = [];
        for (const step of operations) {
          try {
            if (step.kind === 'pay') {
              balance = pay(balance, step.amount);
              const postings = paymentPostings(step.amount, step.method);
              counted.push({ amount: step.amount, postings });
              journal.push(...postings);
            } else if (step.kind === 'reverse') {
              const [payment] = counted.splice(step.which, 1);
              balance = takeBack(balance, payment?.amount ?? 0);
              journal.push(...reversed(payment?.postings ?? []));
            } else if (balance.adjusted === 0) {
              balance = voided(balance);
              journal.push(...reversed(issue));
            }
          } catch (error) {
            expect(error).toBeInstanceOf(MoneyError);
          }
          expect(balance.paid).toBe(sum(counted.map(({ amount }) => amount)));
          expect(settledStatus(balance)).toBe(open(balance) === 0 ? 'paid' : 'issued');
          expect(balance.invoiced).toBe(balance.paid + open(balance) + balance.adjusted);
          expect(open(balance)).toBeGreaterThanOrEqual(0);
          expect(sum(journal.map(({ amount }) => amount))).toBe(0);
          const receivable = journal.filter(({ account }) => account === 'receivable').map(({ amount }) => amount);
          expect(sum(receivable)).toBe(open(balance));
        }
      }),
    );
  });

  it('posts no rows of nothing', () => {
    expect(issuePostings({ subtotal: 9000, tax: 0, total: 9000 })).toEqual([
      { account: 'receivable', amount: 9000 },
      { account: 'revenue', amount: -9000 },
    ]);
    expect(() => issuePostings({ subtotal: 1, tax: 1, total: 3 })).toThrow(MoneyError);
  });
});
