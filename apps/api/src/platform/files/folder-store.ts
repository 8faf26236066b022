import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './file-store.js';
import { FileStoreProblem } from './files.errors.js';

const PARTIAL = '.partial';
const READ_BYTES = 256 * 1024;

/** A folder of this machine, or of a disk that is mounted there. */
export class FolderStore implements FileStore {
  /** @param folder an absolute path that is there: made anew where a disk is not mounted, it would fill the disk beneath */
  constructor(private readonly folder: string) {}

  async put(name: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    const file = join(this.folder, name);
    const [clinic, line] = [dirname(file), dirname(dirname(file))];
    for (const folder of [line, clinic]) await told(made(folder));
    const handle = await told(open(file + PARTIAL, 'wx', 0o600));
    try {
      for await (const part of bytes) await told(handle.writeFile(part));
      await told(handle.sync());
    } finally {
      await told(handle.close());
    }
    await told(rename(file + PARTIAL, file));
    // The name of a file is only safe once its folder is.
    for (const folder of [clinic, line, this.folder]) await told(synced(folder));
  }

  async size(name: string): Promise<number | undefined> {
    return (await told(ifThere(stat(join(this.folder, name)))))?.size;
  }

  async *read(name: string, start: number, end: number): AsyncGenerator<Buffer> {
    if (start >= end) return;
    const stream = createReadStream(join(this.folder, name), { start, end: end - 1, highWaterMark: READ_BYTES });
    try {
      for await (const part of stream) yield part as Buffer;
    } catch (error) {
      if (isGone(error)) return;
      throw new FileStoreProblem(error);
    }
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) for (const end of ['', PARTIAL]) await told(rm(join(this.folder, name + end), { force: true }));
  }

  close(): void {
    // It holds nothing open between two calls.
  }

  async *names(folder: string): AsyncGenerator<string> {
    for await (const clinic of entries(join(this.folder, folder))) {
      for await (const file of entries(join(this.folder, folder, clinic))) yield `${folder}/${clinic}/${file.replace(PARTIAL, '')}`;
    }
  }
}

/** One after another, since a clinic may have very many; none where there is no such folder, or it is a file. */
async function* entries(folder: string): AsyncGenerator<string> {
  const found = await told(ifThere(opendir(folder)));
  if (!found) return;
  try {
    for await (const { name } of found) yield name;
  } catch (error) {
    throw new FileStoreProblem(error);
  }
}

/** The folder above it must be there. */
async function made(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

/** Windows has no such thing. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
const isGone = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)));

function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
}

function told<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    throw new FileStoreProblem(error);
  });
}
