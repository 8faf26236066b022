import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { DomainEvent } from '@keel/contracts';
import type { Job } from 'bullmq';
import { systemCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { DeadLetters } from './dead-letters.service.js';
import { EVENT_ATTEMPTS, EVENTS_QUEUE } from './event-job.js';
import { Listeners } from './listeners.js';

/** Runs one listener for one event, once: the inbox row and the listener's work commit together. */
@Injectable()
@Processor(EVENTS_QUEUE, { concurrency: 8 })
export class EventsProcessor extends WorkerHost {
  private readonly logger = new Logger(EventsProcessor.name);

  constructor(
    private readonly db: Db,
    private readonly listeners: Listeners,
    private readonly deadLetters: DeadLetters,
  ) {
    super();
  }

  async process(job: Job<DomainEvent>): Promise<void> {
    const event = job.data;
    try {
      await this.deliver(event, job.name);
    } catch (error) {
      if (job.attemptsMade + 1 >= EVENT_ATTEMPTS) await this.deadLetters.bury(event, job.name, error, EVENT_ATTEMPTS);
      throw error;
    }
  }

  /** A job that a dying worker never finished is failed by BullMQ itself: that too becomes a dead letter. */
  @OnWorkerEvent('failed')
  onFailed(job: Job<DomainEvent> | undefined, error: Error): void {
    if (!job) return;
    this.logger.warn({ eventId: job.data.id, listener: job.name, attempt: job.attemptsMade, error: error.name }, 'A listener failed');
    if (job.attemptsMade >= EVENT_ATTEMPTS || /stalled/.test(error.message)) {
      void this.deadLetters.bury(job.data, job.name, error, job.attemptsMade).catch(() => undefined);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error: error.name }, 'The event worker will reconnect');
  }

  private async deliver(event: DomainEvent, name: string): Promise<void> {
    const listener = this.listeners.get(name);
    if (!listener) throw new Error(`No listener is called ${name}`);
    await this.db.tx(systemCtx(event.clinicId, name), async (ctx) => {
      const first = await ctx.tx.query<unknown[]>(
        `INSERT INTO inbox (clinic_id, event_id, listener) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING event_id`,
        [event.clinicId, event.id, name],
      );
      if (first.length > 0) await listener(ctx, event);
    });
  }
}
