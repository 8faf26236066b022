import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { closeClient, createClient } from '../database/connections.js';
import { EVENTS_QUEUE, eventJob } from './event-job.js';
import { Listeners } from './listeners.js';
import { OUTBOX_CHANNEL } from './outbox-bell.js';
import { type TakenEvent, toEvent } from './taken-event.js';

const BATCH = 250;
const LOOK_EVERY_MS = 1000;

/**
 * Moves committed events into the queue: one job per listener, named so that a repeat is the same job. Rows are marked in
 * the transaction that locked them, so a crash between queue and mark repeats jobs (the inbox absorbs that) and loses none.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Relay.name);
  private client: pg.Client | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly listeners: Listeners,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.on('error', (error) => this.logger.warn({ error: error.name }, 'The queue lost its connection and will reconnect'));
    if (!this.config.runsWorkers) return;
    this.timer = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    if (this.client) await closeClient(this.client);
  }

  /** @throws where the queue's store does not answer. */
  async reachesQueue(): Promise<void> {
    await this.queue.getJobCounts('waiting');
  }

  /** Runs one look at a time; a ring during it makes it look once more. */
  private wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        const client = await this.connection();
        while (!this.stopped && (await this.publish(client)) === BATCH);
      } catch (error) {
        this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'The relay lost its connection and will try again');
        if (this.client) await closeClient(this.client);
        this.client = undefined;
        return;
      }
    }
  }

  private async connection(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = createClient(this.config, 'keel-relay');
    client.on('error', () => (this.client = undefined));
    client.on('notification', () => this.wake());
    await client.connect();
    await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
    this.client = client;
    return client;
  }

  private async publish(client: pg.Client): Promise<number> {
    await client.query('BEGIN');
    try {
      const { rows } = await client.query<TakenEvent>('SELECT * FROM take_outbox($1)', [BATCH]);
      const table = this.listeners.table();
      const jobs = rows.flatMap((row) => (table[row.type] ?? []).map((listener) => eventJob(toEvent(row), listener)));
      if (jobs.length > 0) await this.queue.addBulk(jobs);
      if (rows.length > 0) {
        const clinics = rows.map((row) => row.clinicId);
        await client.query('SELECT * FROM mark_published($1, $2, $3)', [clinics, rows.map((row) => row.id), JSON.stringify(table)]);
      }
      await client.query('COMMIT');
      return rows.length;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}
