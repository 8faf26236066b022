import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { Rounds } from '../upkeep/rounds.js';
import { type FileName, idsOf, nameOf } from './file-store.js';
import { StoredFiles } from './stored-files.js';

const BATCH = 500;
const BATCHES_A_ROUND = 50;
/** Listing a whole store costs more than asking for rows, and finds only what a crash left. */
const WALK_EVERY_MS = 24 * 60 * 60_000;

/**
 * Takes away uploads that nobody claimed in a day, and stored bytes that no row leads to. Uploads go on beside it: a row is there
 * before its bytes, and a claim holds it.
 */
@Injectable()
export class FileSweep implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(FileSweep.name);
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly place: StoredFiles,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    if (!this.place.configured) return;
    this.rounds.every('sweep-files', this.config.purgeEveryMs, () =>
      this.round(async () => {
        const unclaimed = await this.sweepUnclaimed();
        if (unclaimed > 0) this.logger.log({ unclaimed }, 'Uploads that nobody claimed in a day are gone');
      }),
    );
    this.rounds.every('walk-files', WALK_EVERY_MS, () =>
      this.round(async () => {
        const orphans = await this.sweepOrphans();
        if (orphans > 0) this.logger.log({ orphans }, 'Stored bytes that no row led to are gone');
      }),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  /** Stopping waits for it. */
  private async round(sweep: () => Promise<void>): Promise<void> {
    const running = sweep().catch((error: unknown) => {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Files will be swept by the next round');
    });
    this.running.add(running);
    await running;
    this.running.delete(running);
  }

  /** Their rows first; bytes that cannot be removed now are orphans from here on. @returns how many rows went */
  async sweepUnclaimed(): Promise<number> {
    const [store, line] = [await this.place.store(), await this.place.line()];
    let all = 0;
    for (let batch = 0; batch < BATCHES_A_ROUND && !this.stopped; batch++) {
      const gone = await this.db.definerFunction<FileName>('sweep_files', [BATCH]);
      all += gone.length;
      // What another line wrote may be the very bytes of the clinic that this database is a copy of.
      await store.remove(gone.filter((file) => file.line === line).map(nameOf));
      if (gone.length < BATCH) break;
    }
    return all;
  }

  /** Of this line alone. Names are listed before rows are asked for, so no upload that begins meanwhile is among them. @returns how many went */
  async sweepOrphans(): Promise<number> {
    const [store, line] = [await this.place.store(), await this.place.line()];
    let [all, batch] = [0, [] as FileName[]];
    const sweep = async () => {
      const orphans = await this.withoutRow(batch);
      await store.remove(orphans.map(nameOf));
      all += orphans.length;
      batch = [];
    };
    for await (const name of store.names(line)) {
      if (this.stopped) return all;
      const file = idsOf(name);
      if (file) batch.push(file);
      if (batch.length === BATCH) await sweep();
    }
    await sweep();
    return all;
  }

  private async withoutRow(files: readonly FileName[]): Promise<FileName[]> {
    if (files.length === 0) return [];
    const asked = [files.map(({ clinicId }) => clinicId), files.map(({ id }) => id)];
    const known = await this.db.definerFunction<{ id: string }>('known_files', asked);
    const ids = new Set(known.map(({ id }) => id));
    return files.filter(({ id }) => !ids.has(id));
  }
}
