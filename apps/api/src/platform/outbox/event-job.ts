import type { DomainEvent } from '@keel/contracts';
import type { JobsOptions } from 'bullmq';

export const EVENTS_QUEUE = 'events';
export const EVENT_ATTEMPTS = 8;

/** One job per event and listener; the id makes a repeat the same job. BullMQ refuses ':' in ids. */
export function eventJob(event: DomainEvent, listener: string, round = 0): { name: string; data: DomainEvent; opts: JobsOptions } {
  return {
    name: listener,
    data: event,
    opts: {
      jobId: round === 0 ? `${event.id}-${listener}` : `${event.id}-${listener}-r${round}`,
      attempts: EVENT_ATTEMPTS,
      backoff: { type: 'exponential', delay: 1000, jitter: 0.3 },
      removeOnComplete: { age: 3600, count: 10_000 },
      // The dead letter is the record of a failure; a job left behind would block a replay under the same id.
      removeOnFail: true,
    },
  };
}
