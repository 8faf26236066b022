import type { ByteRange } from './stream-seal.js';

/** What of a file is wanted, as in RFC 9110, 14.1.2: from a byte on, to a byte included, or the last so many. */
export type WantedRange = { first: number; last?: number | undefined } | { suffix: number };

/** The bytes that are there of what is wanted; undefined where there is none of them. */
export function rangeWithin(size: number, wanted: WantedRange | undefined): ByteRange | undefined {
  if (!wanted) return { first: 0, last: size - 1 };
  const first = 'suffix' in wanted ? Math.max(0, size - wanted.suffix) : wanted.first;
  const last = 'suffix' in wanted ? size - 1 : Math.min(wanted.last ?? size - 1, size - 1);
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first >= 0 && first <= last ? { first, last } : undefined;
}
