import { isKeptInstant } from '@keel/calendar';
import type { Page } from '@keel/contracts';
import { isUUID } from 'class-validator';
import { InvalidProblem } from '../problems/problem.js';

/** Keyset cursors are the sort values of the last row: stable under inserts, unlike an offset. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a place of a cursor may hold; anything else would only fail in the database. */
type CursorKind = 'uuid' | 'instant' | 'text';

const SOUND: Readonly<Record<CursorKind, (value: string) => boolean>> = {
  uuid: (value) => isUUID(value),
  instant: (value) => isKeptInstant(value) && new Date(value).toISOString() === value,
  // PostgreSQL stores neither a NUL nor half a character, so no row was ever sorted by one.
  text: (value) => !value.includes('\0') && value.isWellFormed(),
};

/**
 * The sort values that a cursor holds, one of each kind in order.
 *
 * @throws InvalidProblem where the cursor is not one of ours for this list.
 */
export function decodeCursor(cursor: string | undefined, ...kinds: readonly CursorKind[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const values = read(cursor);
  if (values?.length === kinds.length && kinds.every((kind, at) => SOUND[kind](values[at] ?? ''))) return values;
  throw new InvalidProblem([{ pointer: '/cursor', detail: 'Use nextCursor of the page before, or leave it out to start anew.' }]);
}

function read(cursor: string): string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : undefined;
  } catch {
    return undefined;
  }
}

/** Turns `limit + 1` rows into a page: the extra row only tells that there is more. */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
