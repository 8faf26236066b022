/**
 * A bigint of PostgreSQL as a number: counts, and sums of cents, fit one below 2^53 exactly. Beyond it a number would be
 * silently another one. @throws RangeError there
 */
export function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A number of ${text.length} digits does not fit`);
  return value;
}
