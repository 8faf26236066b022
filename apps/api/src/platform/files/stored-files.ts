import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { OutboundHttp } from '../outbound-http/outbound-http.js';
import type { FileStore } from './file-store.js';
import { NoFileStoreProblem } from './files.errors.js';
import { FolderStore } from './folder-store.js';

/** Where files lie, and under which line this database puts its own. */
@Injectable()
export class StoredFiles implements OnApplicationShutdown {
  private opened: Promise<FileStore> | undefined;
  private ownLine: string | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly outbound: OutboundHttp,
  ) {}

  /** After the last request and the last sweep. */
  async onApplicationShutdown(): Promise<void> {
    if (this.configured && this.opened) (await this.opened).close();
  }

  get configured(): boolean {
    return this.config.files !== undefined;
  }

  /** @throws NoFileStoreProblem where the environment names none */
  store(): Promise<FileStore> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<FileStore> {
    const { files } = this.config;
    if (!files) throw new NoFileStoreProblem();
    if (files.kind === 'folder') return new FolderStore(files.folder);
    // Heavy, and needed by few.
    const { BucketStore } = await import('./bucket-store.js');
    return new BucketStore(files, this.outbound);
  }

  /** An id that this life of the database alone has: a restored one begins another, so it never removes what it shares with the one it came from. */
  async line(): Promise<string> {
    if (!this.ownLine) {
      const [row] = await this.db.definerFunction<{ line: string }>('file_line', []);
      if (!row) throw new Error('This installation has no line of files yet');
      this.ownLine = row.line;
    }
    return this.ownLine;
  }
}
