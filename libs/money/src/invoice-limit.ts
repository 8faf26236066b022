import type { TaxAmount } from './tax.js';

/** The most that one invoice may come to with its taxes, in cents: ten million dollars. */
export const MOST_INVOICE_CENTS = 1_000_000_000;

/**
 * The place (from 0) of the first line with which an invoice comes to more than it may, its taxes included; undefined where
 * none does.
 */
export function lineOverLimit(
  lines: readonly { net: number; taxes: readonly TaxAmount[] }[],
  limit = MOST_INVOICE_CENTS,
): number | undefined {
  let total = 0;
  const at = lines.findIndex(({ net, taxes }) => {
    total += taxes.reduce((sum, { amount }) => sum + amount, net);
    return total > limit;
  });
  return at < 0 ? undefined : at;
}
