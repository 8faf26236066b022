/** SQL that locks the time of resources, given as text[], to the end of the transaction, in the order of the list. */
export const locked = (slot: string) =>
  `ARRAY(SELECT pg_advisory_xact_lock(hashtextextended(id, 0))::text FROM unnest(${slot}::text[]) AS id)`;

/** One order for everybody, so that two callers never wait crosswise. */
export function inLockOrder(resourceIds: readonly string[]): string[] {
  return [...new Set(resourceIds)].sort();
}
