import type { Line } from './line.ts';
import { superfluous } from './retention.ts';

/** Removes what was begun and never finished. Only who has the turn may: what is being made has no manifest yet either. */
async function sweep(line: Line): Promise<void> {
  const whole = new Set((await line.bases()).map(({ id }) => id));
  const files = (await line.store.list(`${line.id}/base`)).map(({ name }) => name);
  await line.store.remove(files.filter((name) => !whole.has(name.split('/')[2] ?? '')));
}

/** Removes base backups that are no longer needed, and the log from before the oldest that stays. @returns how many went */
export async function prune(line: Line, keep: number): Promise<number> {
  await sweep(line);
  const bases = await line.bases();
  const gone = superfluous(bases, keep);
  const oldest = bases[gone.length];
  if (gone.length === 0 || !oldest) return 0;
  const { firstSegment } = await line.manifest(oldest.id);
  for (const id of gone) {
    const files = (await line.store.list(line.baseName(id))).map(({ name }) => name);
    // Without its manifest it is no backup any more, however far this comes.
    await line.store.remove(files.toSorted((one, other) => Number(other.endsWith('/manifest')) - Number(one.endsWith('/manifest'))));
  }
  const passed = (await line.segments()).filter(({ segment }) => segment < firstSegment);
  await line.store.remove(passed.map(({ name }) => name));
  return gone.length;
}
