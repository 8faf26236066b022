import { isKeptInstant } from '@keel/calendar';
import type { Page, Total } from '@keel/contracts';
import { isUUID } from 'class-validator';
import { InvalidProblem } from '../problems/problem.js';

/** Keyset cursors are the sort values of the last row: stable under inserts, unlike an offset. */
export function encodeCursor(values: readonly string[], seen = 0): string {
  return Buffer.from(JSON.stringify({ after: values, seen })).toString('base64url');
}

/** Rows on the pages before this one, which its cursor remembers: so the last page knows how many there are. */
export function seenBefore(cursor: string | undefined): number {
  return cursor === undefined ? 0 : (read(cursor)?.seen ?? 0);
}

/** What a place of a cursor may hold; anything else would only fail in the database. */
type CursorKind = 'uuid' | 'instant' | 'text' | 'number';

const SOUND: Readonly<Record<CursorKind, (value: string) => boolean>> = {
  uuid: (value) => isUUID(value),
  instant: (value) => isKeptInstant(value) && new Date(value).toISOString() === value,
  number: (value) => value !== '' && Number.isFinite(Number(value)),
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
  const values = read(cursor)?.after;
  if (values?.length === kinds.length && kinds.every((kind, at) => SOUND[kind](values[at] ?? ''))) return values;
  throw new InvalidProblem([{ pointer: '/cursor', detail: 'Use nextCursor of the page before, or leave it out to start anew.' }]);
}

function read(cursor: string): { after: string[]; seen: number } | undefined {
  try {
    const { after, seen } = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as { after?: unknown; seen?: unknown };
    const sound = Array.isArray(after) && after.every((value) => typeof value === 'string');
    return sound && Number.isSafeInteger(seen) && Number(seen) >= 0 ? { after, seen: Number(seen) } : undefined;
  } catch {
    return undefined;
  }
}

/** Beyond so many nobody reads the number: it is `50+`. */
export const COUNTED = 50;

/** A count as it is told: beyond `COUNTED` only that there are more. */
export const totalOf = (count: number): Total => (count > COUNTED ? `${COUNTED}+` : count);

/**
 * Turns `limit + 1` rows into a page: the extra row only tells that there is more. `matches` is how many rows there are from
 * here on, counted as far as `COUNTED + 1`, where the list asked for that; else the rows seen so far say how many at least.
 */
export function toPage<T>(
  rows: readonly T[],
  { limit, cursor }: { limit: number; cursor?: string },
  cursorOf: (row: T) => string[],
  matches?: number,
): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const before = seenBefore(cursor);
  const more = rows.length > limit && last !== undefined;
  const shown = before + data.length;
  const exact = more && (matches === undefined || matches > COUNTED) ? undefined : before + (more ? (matches ?? 0) : data.length);
  const least = Math.min(before + (matches ?? rows.length) - 1, COUNTED);
  const total: Total = exact ?? `${least}+`;
  return { data, nextCursor: more ? encodeCursor(cursorOf(last), shown) : null, total };
}

/** A collection that is never longer than one page. */
export function wholePage<T>(data: T[]): Page<T> {
  return { data, nextCursor: null, total: data.length };
}
