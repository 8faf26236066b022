export interface Kept {
  id: string;
  verified: boolean;
}

/**
 * Which base backups are no longer needed: the newest `keep` verified ones stay, and whatever is newer than the oldest of
 * them. Where fewer are verified nothing goes: what was never restored once may turn out to be no backup.
 */
export function superfluous(bases: readonly Kept[], keep: number): string[] {
  const oldestKept = bases.filter(({ verified }) => verified).at(-keep);
  if (!oldestKept) return [];
  return bases.slice(0, bases.indexOf(oldestKept)).map(({ id }) => id);
}
