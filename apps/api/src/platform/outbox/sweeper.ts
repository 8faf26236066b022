import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { DomainEvent } from '@keel/contracts';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { EVENTS_QUEUE, eventJob, roundJob } from './event-job.js';
import { type TakenEvent, toEvent } from './taken-event.js';

const LOOK_EVERY_MS = 60_000;
const AT_MOST = 500;
/** A queue that still has the job takes its repeat for the same one, so a busy hour costs nothing but the look. */
const LOST_AFTER = '2 minutes';
const YOUNG = '1 hour';
/** As long as events are kept (`purge_events`). */
const ALL = '7 days';
const LOOKS_A_ROUND = 60;

type Owed = TakenEvent & { listener: string };

/**
 * The queue is a clock that can be rebuilt: what it lost is put in again from the rows, and what was given up is tried once
 * more, ever less often, until it is done.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Sweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private looks = 0;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue<DomainEvent>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsWorkers) return;
    this.timer = setInterval(() => void this.sweep(), LOOK_EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** One round at a time. */
  sweep(): Promise<void> {
    this.sweeping ??= this.round().finally(() => (this.sweeping = undefined));
    return this.sweeping;
  }

  private async round(): Promise<void> {
    // The first look of a process is at everything: it may have been away.
    const age = this.looks++ % LOOKS_A_ROUND === 0 ? ALL : YOUNG;
    try {
      const lost = await this.db.definerFunction<Owed>('undelivered', [LOST_AFTER, age, AT_MOST]);
      if (lost.length > 0) await this.queue.addBulk(lost.map((owed) => eventJob(toEvent(owed), owed.listener)));
      const letters = await this.db.definerFunction<Owed>('letters_to_try', [AT_MOST]);
      if (letters.length > 0) await this.queue.addBulk(letters.map((owed) => roundJob(toEvent(owed), owed.listener)));
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ error: name }, 'The sweep for lost events will be tried again in a minute');
    }
  }
}
