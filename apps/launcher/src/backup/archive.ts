import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Line } from './line.ts';
import { isSegment, segmentNumber, unbroken } from './segments.ts';

/**
 * Takes what PostgreSQL has handed over to where the backups lie, in the order of the log. A segment is taken out of the
 * folder only once it is safe there, so a crash at any point repeats and loses nothing.
 */
export async function drain(walFolder: string, line: Line): Promise<number> {
  const names = (await readdir(walFolder)).toSorted();
  let taken = 0;
  for (const name of names) {
    // What basic_archive has not finished has another name; marks of backups and of timelines are not needed here.
    if (name.startsWith('archtemp')) continue;
    const file = join(walFolder, name);
    if (isSegment(name)) {
      await line.putSegment(name, await readFile(file));
      taken++;
    }
    await rm(file, { force: true });
  }
  return taken;
}

/** Files of the log that are closed and not yet safe: handed over, or still to be. */
export async function waiting(dataDir: string, walFolder: string): Promise<number> {
  const closed = await readdir(join(dataDir, 'pg_wal', 'archive_status'));
  const handedOver = await readdir(walFolder);
  return closed.filter((name) => name.endsWith('.ready')).length + handedOver.filter(isSegment).length;
}

/**
 * True where the log from a base backup on does not lead to what is written now: Keel has run without backups in between. What
 * was written since can then be restored from another base backup only.
 */
export async function isInterrupted(line: Line, id: string, current: string): Promise<boolean> {
  const { firstSegment, segmentBytes } = await line.manifest(id);
  const there = (await line.segments()).map(({ segment }) => segment);
  const { names, missing } = unbroken(firstSegment, there, segmentBytes);
  const last = names.at(-1);
  return missing !== undefined || !last || segmentNumber(last, segmentBytes) + 1 < segmentNumber(current, segmentBytes);
}
