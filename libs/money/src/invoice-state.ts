import { MoneyError } from './cents.js';

/** What an issued invoice comes down to, in cents; `adjusted` is what a void (and later a credit note) took away. */
export interface InvoiceBalance {
  invoiced: number;
  paid: number;
  adjusted: number;
}

/** What is still owed: invoiced = paid + open + adjusted at every moment. */
export function open({ invoiced, paid, adjusted }: InvoiceBalance): number {
  return invoiced - paid - adjusted;
}

/** @throws MoneyError where the payment is nothing or more than is owed. */
export function pay(balance: InvoiceBalance, amount: number): InvoiceBalance {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new MoneyError('A payment is a whole number of cents above zero');
  if (amount > open(balance)) throw new MoneyError('A payment is at most what is owed');
  return { ...balance, paid: balance.paid + amount };
}

/** A payment that was a mistake counts no more. @throws MoneyError where that much was not paid. */
export function takeBack(balance: InvoiceBalance, amount: number): InvoiceBalance {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > balance.paid) throw new MoneyError('Only what was paid is taken back');
  return { ...balance, paid: balance.paid - amount };
}

/** How an issued invoice stands: paid once nothing is owed on it, also where nothing ever was. */
export function settledStatus(balance: InvoiceBalance): 'issued' | 'paid' {
  return open(balance) === 0 ? 'paid' : 'issued';
}

/** @throws MoneyError where something was paid: money is given back before an invoice is voided. */
export function voided(balance: InvoiceBalance): InvoiceBalance {
  if (balance.paid > 0) throw new MoneyError('A paid invoice is not voided');
  return { ...balance, adjusted: balance.invoiced };
}
