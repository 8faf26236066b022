import { type Country, PAYMENT_METHODS, type PaymentMethod } from '@keel/contracts';
import type { FormatLocale } from '@keel/calendar';
import { parseMoney } from '../typed-money.js';

export interface PayFields {
  amount: string;
  method: PaymentMethod | undefined;
  reference: string;
}

/** How people pay at a desk: transfers by e-mail are Interac's, and Canadian. */
export const methodsIn = (country: Country): readonly PaymentMethod[] =>
  country === 'US' ? PAYMENT_METHODS.filter((method) => method !== 'e_transfer') : PAYMENT_METHODS;

/** What is wrong with what was typed, by the name of the words that say so. */
export interface PayFaults {
  amount?: 'noAmount' | 'nothing' | 'tooMuch';
  method?: 'noMethod';
}

/** `open` in cents; it may be older than the API's own, which decides. */
export function faultsOf({ amount, method }: PayFields, open: number, locale: FormatLocale): PayFaults {
  const cents = parseMoney(amount, locale);
  const fault = cents === undefined ? 'noAmount' : cents === 0 ? 'nothing' : cents > open ? 'tooMuch' : undefined;
  return { ...(fault && { amount: fault }), ...(!method && { method: 'noMethod' }) };
}
