import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from '../postgres/databases.ts';
import { CONTROL, dataFiles } from './data-files.ts';
import { type BaseFile, type Line, type Manifest, newId } from './line.ts';
import { PackWriter } from './packs.ts';
import { segmentsBetween } from './segments.ts';

const READ_BYTES = 4 * 1024 * 1024;
const CONTROL_TRIES = 50;

/** What is backed up: a server that runs, and its folder on this machine. */
export interface Source {
  dataDir: string;
  /** A superuser's address of Keel's own database. */
  url: string;
  installation: string;
  keel: string;
  auditHeadsPath: string;
}

/**
 * A base backup by PostgreSQL's own low-level interface: between `pg_backup_start` and `pg_backup_stop` its files are read as
 * they are, torn pages and all, and the log of that time, which goes along, makes them whole. Its manifest is written last:
 * what has none is no backup.
 *
 * The session must live from the start to the end, and its replication slot keeps the server from throwing that log away.
 */
export async function makeBase(source: Source, line: Line, progress: (text: string) => void = () => undefined): Promise<Manifest> {
  const id = newId();
  // Read before the start: the copied chains are at least as long as these say.
  const auditHeads = existsSync(source.auditHeadsPath) ? readFileSync(source.auditHeadsPath, 'utf8') : undefined;
  return withClient(source.url, async (client) => {
    // A broken connection is told by the next statement.
    client.on('error', () => undefined);
    const about = await describe(client);
    const startedAt = new Date().toISOString();
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [`keel_backup_${randomBytes(4).toString('hex')}`]);
    await client.query('SELECT pg_backup_start($1, true)', [`keel ${id}`]);
    const writer = new PackWriter(line.store, line.key, line.baseName(id));
    const { folders, files } = await dataFiles(source.dataDir);
    progress(`Copying ${files.length} files of the database…`);
    const copied = await copy(source.dataDir, files, writer);
    const stop = await stopped(client);
    const label = await addText(writer, 'backup_label', stop.label);
    const map = stop.map.trim() ? [await addText(writer, 'tablespace_map', stop.map)] : [];
    const packed = await writer.end();
    const firstSegment = /\(file ([0-9A-F]{24})\)/.exec(stop.label)?.[1] ?? '';
    const startLsn = /START WAL LOCATION: (\S+)/.exec(stop.label)?.[1] ?? '';
    for (const segment of segmentsBetween(firstSegment, stop.segment, about.segmentBytes)) {
      await line.putSegment(segment, await readFile(join(source.dataDir, 'pg_wal', segment)));
    }
    const written = [...copied, label, ...map];
    const { installation, keel } = source;
    const manifest: Manifest = {
      ...{ id, keel, installation, ...about, startedAt, stoppedAt: stop.at, startLsn, stopLsn: stop.lsn, firstSegment },
      ...{
        lastSegment: stop.segment,
        ...packed,
        bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
        folders,
        files: written,
        auditHeads,
      },
    };
    const name = `${line.baseName(id)}/manifest`;
    await line.store.put(name, await line.key.seal(name, Buffer.from(JSON.stringify(manifest))));
    return manifest;
  });
}

type About = Pick<Manifest, 'serverVersion' | 'migrations' | 'systemId' | 'timeline' | 'segmentBytes'>;

async function describe(client: pg.Client): Promise<About> {
  const { rows } = await client.query<Omit<About, 'migrations'>>(`SELECT current_setting('server_version') AS "serverVersion",
    (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
    (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline,
    (SELECT setting::int FROM pg_settings WHERE name = 'wal_segment_size') AS "segmentBytes"`);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL says nothing of itself');
  const { rows: migrations } = await client.query<{ name: string }>('SELECT name FROM keel_migration ORDER BY id');
  return { ...row, migrations: migrations.map(({ name }) => name) };
}

/** The server itself says which segment the end is in, and has closed it. */
async function stopped(client: pg.Client): Promise<{ lsn: string; label: string; map: string; segment: string; at: string }> {
  const { rows } = await client.query<{ lsn: string; label: string; map: string; segment: string; at: Date }>(
    `SELECT lsn::text, labelfile AS label, spcmapfile AS map, pg_walfile_name(lsn) AS segment, clock_timestamp() AS at
     FROM pg_backup_stop(wait_for_archive => false)`,
  );
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL did not end the backup');
  return { ...row, at: row.at.toISOString() };
}

async function copy(dataDir: string, paths: readonly string[], writer: PackWriter): Promise<BaseFile[]> {
  const files: BaseFile[] = [];
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  for (const path of paths) {
    if (path === CONTROL) files.push(await addBytes(writer, path, await steady(join(dataDir, path))));
    else {
      const file = await copyFile(join(dataDir, path), path, buffer, writer);
      if (file) files.push(file);
    }
  }
  return files;
}

/** As long as it is now; one that is gone by now was dropped, and the log says so too. */
async function copyFile(from: string, path: string, buffer: Buffer, writer: PackWriter): Promise<BaseFile | undefined> {
  const handle = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) break;
      const part = buffer.subarray(0, bytesRead);
      hash.update(part);
      await writer.add(part);
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** The control file is written in place: two reads that are alike were not made in the middle of it. */
async function steady(file: string): Promise<Buffer> {
  let last = await readFile(file);
  for (let tries = 0; tries < CONTROL_TRIES; tries++) {
    const next = await readFile(file);
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`${file} changes with every look`);
}

const addText = (writer: PackWriter, path: string, text: string) => addBytes(writer, path, Buffer.from(text));

async function addBytes(writer: PackWriter, path: string, bytes: Buffer): Promise<BaseFile> {
  await writer.add(bytes);
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
