import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SettingsError } from '../settings-error.ts';
import type { Store, Stored } from './store.ts';

const PARTIAL = '.partial';
const code = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A folder of another disk or of the network. */
export class FolderStore implements Store {
  readonly address: string;

  private constructor(address: string) {
    this.address = address;
  }

  /** The folder must be there: one that is made where a disk should be mounted would fill the disk beside the data. */
  static async open(path: string): Promise<FolderStore> {
    const folder = resolve(path);
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
      throw new SettingsError(`The backup folder ${folder} is not there. Make it, or mount the disk that it is on, then try again.`);
    }
    return new FolderStore(folder);
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const file = join(this.address, name);
    const partial = `${file}.${process.pid}${PARTIAL}`;
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(partial, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(partial, file);
      await synced(dirname(file));
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw this.#told(error);
    }
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.address, name));
    } catch (error) {
      if (code(error) === 'ENOENT') return undefined;
      throw this.#told(error);
    }
  }

  async list(folder: string): Promise<Stored[]> {
    const found: Stored[] = [];
    const entries = await readdir(join(this.address, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) found.push(...(await this.list(name)));
      else if (!entry.name.endsWith(PARTIAL)) {
        // Somebody else may tidy up meanwhile.
        const about = await stat(join(this.address, name)).catch(() => undefined);
        if (about) found.push({ name, bytes: about.size, at: about.mtime });
      }
    }
    return found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  async folders(): Promise<string[]> {
    const entries = await readdir(this.address, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.address, name), { force: true });
    // Folders that are empty now go too; one that is not stays.
    for (const folder of new Set(names.map((name) => dirname(name)))) {
      const left = await readdir(join(this.address, folder)).catch(() => ['?']);
      if (left.length === 0) await rm(join(this.address, folder), { recursive: true, force: true });
    }
  }

  #told(error: unknown): unknown {
    const said: Record<string, string> = {
      ENOSPC: 'has no room left. Free some space on its disk, or keep fewer backups by KEEL_BACKUP_KEEP',
      EDQUOT: 'has no room left. Free some space on its disk, or keep fewer backups by KEEL_BACKUP_KEEP',
      EROFS: 'is read-only. Mount it so that it can be written to',
      EACCES: 'may not be read or written by this user. Give this user the folder',
      EPERM: 'may not be read or written by this user. Give this user the folder',
    };
    const text = said[code(error)];
    return text ? new SettingsError(`The backup folder ${this.address} ${text}.`, { cause: error }) : error;
  }
}

/** A renamed file is only safe once its folder is. Windows has no such thing. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
