import type { Page } from '@keel/contracts';
import { InvalidProblem } from '../problems/problem.js';

/** Keyset cursors are the sort values of the last row: stable under inserts, unlike an offset. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws InvalidProblem where the cursor is not one of ours for this list. */
export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const sound = Array.isArray(values) && values.length === length && values.every((value) => ['string', 'number'].includes(typeof value));
    if (sound) return values as (string | number)[];
  } catch {
    // Falls through to the refusal.
  }
  throw new InvalidProblem([{ pointer: '/cursor', detail: 'Use nextCursor of the page before, or leave it out to start anew.' }]);
}

/** Turns `limit + 1` rows into a page: the extra row only tells that there is more. */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => (string | number)[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
