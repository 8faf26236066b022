import { createHash } from 'node:crypto';
import { chownSync, mkdirSync } from 'node:fs';
import { open, statfs, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serviceUser } from '../postgres/service-user.ts';
import { SettingsError } from '../settings-error.ts';
import type { Line, Manifest } from './line.ts';
import { openFile, readPacks } from './packs.ts';

const HOLE_BYTES = 8192;
const SPARE_BYTES = 256 * 1024 * 1024;

/** @throws SettingsError where the disk is too small for what would be laid out on it, before anything is. */
export async function demandRoom(folder: string, manifest: Manifest): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(folder));
  const wanted = manifest.bytes + SPARE_BYTES;
  if (bavail * bsize >= wanted) return;
  const mib = (bytes: number) => Math.ceil(bytes / 1_048_576);
  throw new SettingsError(
    `${dirname(folder)} has ${mib(bavail * bsize)} MiB free, and the backup needs ${mib(wanted)}. Free some space, or restore to another disk.`,
  );
}

/**
 * Writes a base backup out as a data folder, and the log that follows it into `pg_wal`, where PostgreSQL looks by itself: so the
 * recovery needs no program of its own, which its user might not be allowed to run.
 */
export async function layOut(line: Line, manifest: Manifest, segments: readonly string[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const path of manifest.folders) mkdirSync(join(folder, path), { recursive: true, mode: 0o700 });
  await writeFiles(line, manifest, folder);
  for (const segment of segments) await writeSegment(line, segment, join(folder, 'pg_wal', segment), manifest.segmentBytes);
  giveAway(folder, [...manifest.folders, ...manifest.files.map(({ path }) => path), ...segments.map((name) => `pg_wal/${name}`)]);
}

/** PostgreSQL's own user owns its folder, where that is another one. */
export function giveAway(folder: string, paths: readonly string[]): void {
  const user = serviceUser();
  if (user) for (const path of ['', ...paths]) chownSync(join(folder, path), user.uid, user.gid);
}

/** The packs hold the files' bytes one after another; each file's hash is checked again as it is written. */
async function writeFiles(line: Line, manifest: Manifest, folder: string): Promise<void> {
  const packs = readPacks(line.store, line.key, line.baseName(manifest.id), manifest.packs);
  let rest: Buffer = Buffer.alloc(0);
  for (const { path, bytes, sha256 } of manifest.files) {
    const hash = createHash('sha256');
    const handle = await open(join(folder, path), 'w', 0o600);
    try {
      for (let left = bytes; left > 0;) {
        if (rest.length === 0) rest = (await packs.next()).value ?? fail(path);
        const part = rest.subarray(0, left);
        hash.update(part);
        await handle.writeFile(part);
        rest = rest.subarray(part.length);
        left -= part.length;
      }
    } finally {
      await handle.close();
    }
    if (hash.digest('hex') !== sha256) fail(path);
  }
}

function fail(path: string): never {
  throw new SettingsError(`The backup does not hold ${path} as its manifest says. Restore an earlier one: --base chooses it.`);
}

/** Most segments are closed by the clock, long before they are full: what is empty in them takes no room on the disk. */
async function writeSegment(line: Line, segment: string, to: string, segmentBytes: number): Promise<void> {
  const bytes = await openFile(line.store, line.key, line.walName(segment));
  const handle = await open(to, 'w', 0o600);
  try {
    await handle.truncate(segmentBytes);
    await writeFull(handle, bytes);
  } finally {
    await handle.close();
  }
}

async function writeFull(handle: FileHandle, bytes: Buffer): Promise<void> {
  const empty = Buffer.alloc(HOLE_BYTES);
  for (let at = 0; at < bytes.length; at += HOLE_BYTES) {
    const page = bytes.subarray(at, at + HOLE_BYTES);
    if (!page.equals(empty.subarray(0, page.length))) await handle.write(page, 0, page.length, at);
  }
}
