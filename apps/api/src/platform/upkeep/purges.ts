import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { Rounds } from './rounds.js';

const BATCH = 1000;
/** A round that has more to do than this goes on in the next one: a purge never stands in the way of the day's work. */
const BATCHES_A_ROUND = 50;

/**
 * Takes away what nobody needs any more, in batches, by doors that each module registers: a door takes the largest number of
 * rows and says how many went. Two rounds at once skip each other's rows.
 */
@Injectable()
export class Purges implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Purges.name);
  private readonly doors = new Set(['purge_idempotency', 'purge_events', 'purge_link_tokens', 'purge_work_items']);
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    private readonly rounds: Rounds,
  ) {}

  /** `door` is the name of a function that takes `at_most` and returns `purged`. */
  add(door: string): void {
    this.doors.add(door);
  }

  onModuleInit(): void {
    this.rounds.every('purge', this.config.purgeEveryMs, () => this.run());
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** One round at a time. */
  run(): Promise<void> {
    this.running ??= this.round().finally(() => (this.running = undefined));
    return this.running;
  }

  private async round(): Promise<void> {
    for (const door of this.doors) {
      try {
        const purged = await this.drain(door);
        if (purged > 0) this.logger.log({ door, purged }, 'Purged what nobody needs any more');
      } catch (error) {
        this.logger.warn({ door, error: error instanceof Error ? error.name : 'unknown' }, 'This will be purged by the next round');
      }
    }
  }

  private async drain(door: string): Promise<number> {
    let all = 0;
    for (let batch = 0; batch < BATCHES_A_ROUND && !this.stopped; batch++) {
      const [row] = await this.db.definerFunction<{ purged: number }>(door, [BATCH]);
      const purged = row?.purged ?? 0;
      all += purged;
      if (purged < BATCH) break;
    }
    return all;
  }
}
