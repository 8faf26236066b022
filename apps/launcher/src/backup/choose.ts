import { SettingsError } from '../settings-error.ts';
import { type FoundLine, Line, type LineHead, linesIn, type Manifest } from './line.ts';
import { unbroken } from './segments.ts';
import type { Keys } from './settings.ts';
import type { Store } from './store.ts';

export interface Choice {
  until?: Date | undefined;
  line?: string | undefined;
  base?: string | undefined;
}

/** @throws SettingsError where there is none, more than one to choose from, or it was sealed with another key */
export async function chooseLine(store: Store, keys: Keys, wanted: string | undefined): Promise<Line> {
  const all = await linesIn(store, keys.key);
  if (all.length === 0) throw new SettingsError(`There is no backup in ${store.address}. Name the folder that KEEL_BACKUP_TO named.`);
  const heads = wanted ? all.filter(({ line }) => line === wanted) : all;
  const [head] = heads;
  if (!head || heads.length > 1) throw new SettingsError(await linesInWords(store, all, keys, wanted));
  demandKeys(head, keys);
  return new Line(head, store, keys.key);
}

async function linesInWords(store: Store, heads: readonly LineHead[], keys: Keys, wanted: string | undefined): Promise<string> {
  const lines = await Promise.all(
    heads.map(async (head) => {
      const last = (await new Line(head, store, keys.key).segments()).at(-1)?.at.toISOString() ?? 'nothing yet';
      return `  --line ${head.line}   from ${head.beganAt} to ${last}`;
    }),
  );
  const why = wanted ? `There is no line of backups ${wanted} in ${store.address}` : `${store.address} holds more than one line of backups`;
  return `${why}. A line is what one database wrote until it was restored or got a new key. Name the one you want:\n${lines.join('\n')}`;
}

function demandKeys(head: FoundLine, { key, masterCheck }: Keys): void {
  if (head.keyCheck !== key.check) {
    throw new SettingsError(
      'This backup was sealed with another key. Use the copy of secrets.json (and KEEL_BACKUP_KEY, where you set one) that the installation had when the backup was made; after "npm run rotate-key" that is the former one.',
    );
  }
  if (head.altered) {
    throw new SettingsError(
      `${head.line}/line.json of the backup was altered, or comes from a Keel that did not mark it yet. Take this file from another copy of the backup, or restore with the Keel that made it.`,
    );
  }
  if (head.masterCheck === masterCheck) return;
  throw new SettingsError(
    'The key opens this backup, but its database was sealed with another master key. Use the copy of secrets.json that the installation had when the backup was made.',
  );
}

/** The newest base backup from before `until`, or the one that was named, and the log that follows it without a gap. */
export async function chooseBase(line: Line, { until, base }: Choice): Promise<{ manifest: Manifest; segments: string[] }> {
  const manifest = base ? await named(line, base) : await newest(line, until);
  if (until && new Date(manifest.stoppedAt) > until) throw tooEarly(until, manifest);
  const there = (await line.segments()).map(({ segment }) => segment);
  const { names, missing } = unbroken(manifest.firstSegment, there, manifest.segmentBytes);
  if (!names.includes(manifest.lastSegment)) {
    throw new SettingsError(
      `${missing} of the log is missing, without which the backup ${manifest.id} cannot be used. Choose another: --base.`,
    );
  }
  // With an instant to stop at PostgreSQL itself says whether the log reaches it.
  if (missing && !until) {
    throw new SettingsError(
      `${missing} of the log is missing, and more comes after it: what was written from then on cannot be restored from this base backup. Choose a later one by --base, or say up to when by --until.`,
    );
  }
  return { manifest, segments: names };
}

async function named(line: Line, id: string): Promise<Manifest> {
  const ids = (await line.bases()).map((base) => base.id);
  if (ids.includes(id)) return line.manifest(id);
  throw new SettingsError(`There is no base backup ${id}. There are: ${ids.join(', ')}`);
}

async function newest(line: Line, until: Date | undefined): Promise<Manifest> {
  const bases = await line.bases();
  let earliest: Manifest | undefined;
  for (const { id } of bases.toReversed()) {
    const manifest = await line.manifest(id);
    if (!until || new Date(manifest.stoppedAt) <= until) return manifest;
    earliest = manifest;
  }
  if (until && earliest) throw tooEarly(until, earliest);
  throw new SettingsError(`There is no whole base backup in the line ${line.id}: the first one was never finished.`);
}

function tooEarly(until: Date, { id, stoppedAt }: Manifest): SettingsError {
  return new SettingsError(
    `The base backup ${id} was finished at ${stoppedAt}, so nothing before it can be restored, and you asked for ${until.toISOString()}.`,
  );
}
