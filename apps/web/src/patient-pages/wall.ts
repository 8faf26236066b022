/** What the clock on the wall shows, of a time that states its offset: `2026-12-01T10:00:00-05:00`. For `spell`, as if it were UTC. */
export const wallOf = (local: string): number => Date.parse(`${local.slice(0, 19)}Z`);

/** The clock of whoever reads this shows another time than the clinic's then. The browser knows its own, whatever zone it is set to. */
export function isElsewhere(local: string): boolean {
  const at = new Date(local);
  return at.getTime() - wallOf(local) !== at.getTimezoneOffset() * 60_000;
}
