import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../settings-error.ts';
import { openFile } from './packs.ts';
import { type BackupKey } from './sealed.ts';
import type { Store, Stored } from './store.ts';

/** Whose backups these are. Another database, another life of one after it was restored, or another key: another line. */
export interface Identity {
  /** PostgreSQL's own number of the cluster. */
  systemId: string;
  timeline: number;
  keyCheck: string;
  masterCheck: string;
}

/** In clear beside the sealed files, so that a wrong key is told from a broken file; and marked by the key, so that it is believed. */
export interface LineHead extends Identity {
  format: 1;
  line: string;
  beganAt: string;
}

/** One that lies there. Whether it is as it was written is known by its own key alone. */
export interface FoundLine extends LineHead {
  altered: boolean;
}

export interface BaseFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** What one base backup holds, and what is needed to begin with it. */
export interface Manifest {
  id: string;
  keel: string;
  installation: string;
  serverVersion: string;
  migrations: string[];
  systemId: string;
  timeline: number;
  segmentBytes: number;
  startedAt: string;
  stoppedAt: string;
  startLsn: string;
  stopLsn: string;
  firstSegment: string;
  lastSegment: string;
  packs: number;
  bytes: number;
  storedBytes: number;
  folders: string[];
  files: BaseFile[];
  /** The heads of the audit chains as they were kept outside the database before the backup began. */
  auditHeads: string | undefined;
}

/**
 * What one life of a database leaves behind where its backups lie:
 *
 *     <line>/line.json   <line>/base/<id>/{pack-…,manifest,verified}   <line>/wal/<segment>
 */
export class Line {
  readonly head: LineHead;
  readonly store: Store;
  readonly key: BackupKey;

  constructor(head: LineHead, store: Store, key: BackupKey) {
    this.head = head;
    this.store = store;
    this.key = key;
  }

  get id(): string {
    return this.head.line;
  }

  walName(segment: string): string {
    return `${this.id}/wal/${segment}`;
  }

  baseName(id: string): string {
    return `${this.id}/base/${id}`;
  }

  /** Ids of the whole base backups, the oldest first; one without a manifest was never finished. */
  async bases(): Promise<{ id: string; verified: boolean; at: Date }[]> {
    const files = await this.store.list(`${this.id}/base`);
    const verified = new Set(files.filter(({ name }) => name.endsWith('/verified')).map(({ name }) => name.split('/')[2]));
    return files
      .filter(({ name }) => name.endsWith('/manifest'))
      .map(({ name, at }) => ({ id: name.split('/')[2] ?? '', at }))
      .map(({ id, at }) => ({ id, at, verified: verified.has(id) }));
  }

  async manifest(id: string): Promise<Manifest> {
    const text = await openFile(this.store, this.key, `${this.baseName(id)}/manifest`);
    return JSON.parse(text.toString('utf8')) as Manifest;
  }

  async segments(): Promise<(Stored & { segment: string })[]> {
    return (await this.store.list(`${this.id}/wal`)).map((file) => ({ ...file, segment: file.name.split('/')[2] ?? '' }));
  }

  /** Puts a segment down. One that is there already with the same content is left; with another it is never written over. */
  async putSegment(segment: string, bytes: Buffer): Promise<void> {
    const name = this.walName(segment);
    const there = await this.store.get(name);
    if (!there) return this.store.put(name, await this.key.seal(name, bytes));
    if (!(await this.key.open(name, there)).equals(bytes)) {
      throw new SettingsError(
        `${name} is in ${this.store.address} with another content, and is not written over. Another database wrote there: give each its own KEEL_BACKUP_TO, then take ${LOCAL} out of the data folder and start again, so that a new line of backups begins.`,
      );
    }
  }
}

const LOCAL = 'backup-line.json';

/** Whether a place for its backups was reached once. */
export const hasBackedUp = (dataDir: string): boolean => existsSync(join(dataDir, LOCAL));

/** The line that this database writes to, begun where it is the first time or the database is no longer the same. */
export async function currentLine(dataDir: string, store: Store, key: BackupKey, identity: Identity): Promise<Line> {
  const file = join(dataDir, LOCAL);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LineHead) : undefined;
  const same = kept && (Object.keys(identity) as (keyof Identity)[]).every((name) => kept[name] === identity[name]);
  const head: LineHead = same ? kept : { format: 1, line: newId(), beganAt: new Date().toISOString(), ...identity };
  if (!same) {
    writeFileSync(`${file}.partial`, JSON.stringify(head, null, 2), { mode: 0o600 });
    renameSync(`${file}.partial`, file);
  }
  const name = `${head.line}/line.json`;
  const marked = Buffer.from(JSON.stringify({ ...head, mark: key.mark(name, JSON.stringify(head)) }, null, 2));
  // The data folder knows better than what lies in the store, where others may write.
  if (!(await store.get(name))?.equals(marked)) await store.put(name, marked);
  return new Line(head, store, key);
}

/** Every line that lies there, the oldest first. */
export async function linesIn(store: Store, key: BackupKey): Promise<FoundLine[]> {
  const found: FoundLine[] = [];
  for (const folder of (await store.folders()).toSorted()) {
    const name = `${folder}/line.json`;
    const text = await store.get(name);
    if (text) found.push({ ...headOf(name, text, key), line: folder });
  }
  return found;
}

function headOf(name: string, text: Buffer, key: BackupKey): FoundLine {
  let read: LineHead & { mark?: string };
  try {
    read = JSON.parse(text.toString('utf8')) as typeof read;
  } catch {
    throw new SettingsError(`${name} of the backup was altered or is cut off. Take this file from another copy of the backup.`);
  }
  const { mark, ...head } = read;
  return { ...head, altered: head.keyCheck === key.check && mark !== key.mark(name, JSON.stringify(head)) };
}

/** Sorts by time, and two of one second are two. */
export function newId(): string {
  return `${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`;
}
