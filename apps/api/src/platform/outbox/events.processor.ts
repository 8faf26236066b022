import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { DomainEvent } from '@keel/contracts';
import { type Job, UnrecoverableError } from 'bullmq';
import { systemCtx } from '../context/ctx.js';
import { Db, violatedConstraint } from '../database/db.js';
import { prepared } from '../database/prepared.js';
import { DeadLetters } from './dead-letters.service.js';
import { EVENTS_QUEUE, isRound, waitAfter } from './event-job.js';
import { NoListenerError, WorkerLostError } from './failure-cause.js';
import { Listeners } from './listeners.js';

const WORKER = {
  concurrency: 8,
  // The delivery of a worker that died is given to another within seconds, however often: its death says nothing of the event.
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1_000_000,
  settings: { backoffStrategy: (attempt: number) => waitAfter(attempt) },
};
/** After so many deaths of workers in a row with the same delivery in hand, the delivery is taken for what kills them. */
const MOST_DEATHS = 20;

/** Runs one listener for one event, once: the inbox row and the listener's work commit together. */
@Injectable()
@Processor(EVENTS_QUEUE, WORKER)
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
    const name = this.listeners.nameOf(job.name);
    const again = isRound(job.id);
    const deaths = job.attemptsStarted - job.attemptsMade - 1;
    try {
      if (deaths > MOST_DEATHS) throw new WorkerLostError();
      await this.deliver(job.data, name, again);
    } catch (error) {
      const given = again || error instanceof WorkerLostError;
      const buried = await this.deadLetters.failed(job.data, name, error, given);
      if (buried) throw new UnrecoverableError(error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<DomainEvent> | undefined, error: Error): void {
    if (!job) return;
    this.logger.warn({ eventId: job.data.id, listener: job.name, attempt: job.attemptsMade, error: error.name }, 'A listener failed');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error: error.name }, 'The event worker will reconnect');
  }

  private async deliver(event: DomainEvent, name: string, again: boolean): Promise<void> {
    const listener = this.listeners.get(name);
    if (!listener) throw new NoListenerError();
    try {
      await this.db.tx(systemCtx(event.clinicId, name), async (ctx) => {
        const first = await prepared(
          ctx,
          `INSERT INTO inbox (clinic_id, event_id, listener) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING event_id`,
          [event.clinicId, event.id, name],
        );
        if (first.length > 0) await listener(ctx, event);
        if (again) await this.deadLetters.handled(ctx, event, name);
      });
    } catch (error) {
      // Finished and forgotten long ago: a worker that slept for days, or a queue that came back from a backup.
      if (violatedConstraint(error) !== INBOX_OF_EVENT) throw error;
    }
  }
}

const INBOX_OF_EVENT = 'inbox_clinic_id_event_id_fkey';
