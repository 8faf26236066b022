/** Thrown where an amount is not whole cents within the safe range, or currencies are mixed. */
export class MoneyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MoneyError';
  }
}

/** Whole cents; a fraction of a cent or an amount past the safe integers is a fault of the caller. */
export function cents(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new MoneyError(`${amount} is not a whole number of cents`);
  return amount;
}

/** Sum in cents; empty is 0. */
export function sum(amounts: readonly number[]): number {
  return cents(amounts.reduce((total, amount) => total + cents(amount), 0));
}

/**
 * `amount` cents × `numerator` / `denominator`, to the nearest cent, halves away from zero. Exact: worked in big integers, so
 * no rate such as 9.975 % is ever a binary fraction.
 */
export function portion(amount: number, numerator: number, denominator: number): number {
  if (denominator === 0) throw new MoneyError('The denominator is zero');
  const negative = Math.sign(amount) * Math.sign(numerator) * Math.sign(denominator) < 0;
  const top = BigInt(Math.abs(cents(amount))) * BigInt(Math.abs(cents(numerator)));
  const bottom = BigInt(Math.abs(cents(denominator)));
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  return rounded === 0 ? 0 : cents(negative ? -rounded : rounded);
}

/**
 * Splits `total` cents by weights, largest remainder first, so that the parts always sum to the total.
 *
 * @throws MoneyError where no weight is positive or one is negative.
 */
export function split(total: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  if (all <= 0 || weights.some((weight) => weight < 0)) throw new MoneyError('Weights must be positive, or zero beside positive ones');
  const exact = weights.map((weight) => ({
    floor: Number((BigInt(Math.abs(cents(total))) * BigInt(weight)) / BigInt(all)),
    rest: Number((BigInt(Math.abs(total)) * BigInt(weight)) % BigInt(all)),
  }));
  let left = Math.abs(total) - sum(exact.map(({ floor }) => floor));
  const order = exact.map(({ rest }, index) => ({ rest, index })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  const parts = exact.map(({ floor }) => floor);
  for (const { index } of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left--;
  }
  return total < 0 ? parts.map((part) => (part === 0 ? 0 : -part)) : parts;
}
