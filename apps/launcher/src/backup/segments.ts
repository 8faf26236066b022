/** Names of PostgreSQL's files of write-ahead log: timeline, then the place in the log, in hexadecimal digits. */
const NAME = /^[0-9A-F]{24}$/;
const LOG_BYTES = 0x1_0000_0000;

export const isSegment = (name: string): boolean => NAME.test(name);

export const timelineOf = (name: string): number => Number.parseInt(name.slice(0, 8), 16);

/** The number of a file in its log, from its name. */
export function segmentNumber(name: string, segmentBytes: number): number {
  return Number.parseInt(name.slice(8, 16), 16) * (LOG_BYTES / segmentBytes) + Number.parseInt(name.slice(16), 16);
}

export function segmentName(timeline: number, number: number, segmentBytes: number): string {
  const inLog = LOG_BYTES / segmentBytes;
  return [timeline, Math.floor(number / inLog), number % inLog].map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('');
}

/** Every name from the first to the last one, both of them included. */
export function segmentsBetween(first: string, last: string, segmentBytes: number): string[] {
  const [from, to] = [segmentNumber(first, segmentBytes), segmentNumber(last, segmentBytes)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => segmentName(timelineOf(first), from + n, segmentBytes));
}

/**
 * What follows the first name without a gap among these, and the first that is missing where more come after it.
 * PostgreSQL itself would stop at the gap and go on as if nothing had followed.
 */
export function unbroken(first: string, there: readonly string[], segmentBytes: number): { names: string[]; missing: string | undefined } {
  const later = there.filter((name) => name.slice(0, 8) === first.slice(0, 8) && name >= first).toSorted();
  const last = later.at(-1);
  if (!last) return { names: [], missing: first };
  const known = new Set(later);
  const wanted = segmentsBetween(first, last, segmentBytes);
  const gap = wanted.findIndex((name) => !known.has(name));
  return gap < 0 ? { names: wanted, missing: undefined } : { names: wanted.slice(0, gap), missing: wanted[gap] };
}
