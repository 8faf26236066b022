import type { DomainEvent } from '@keel/contracts';
import type { JobsOptions } from 'bullmq';
import { newId } from '../context/ctx.js';

export const EVENTS_QUEUE = 'events';
/** Real attempts: a worker that died with a delivery is none. */
export const EVENT_ATTEMPTS = 8;

/**
 * Nothing is kept of a job that ended. Inbox and dead letter are the record; BullMQ ignores a new job under the id of one that it still
 * keeps, and sorts what it keeps at every job's end. How often it was tried is counted in the rows, so the queue itself
 * never gives up.
 */
const ENDS = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 1_000_000,
  backoff: { type: 'capped' },
} as const satisfies JobsOptions;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** The wait after failure `number` (from 1): twice as long each time up to a minute, and not all at the same moment. */
export function waitAfter(number: number, chance = Math.random()): number {
  return Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (number - 1)) * (0.7 + 0.3 * chance));
}

interface EventJob {
  name: string;
  data: DomainEvent;
  opts: JobsOptions;
}

/** One job per event and listener; the id makes a repeat the same job. BullMQ refuses ':' in ids. */
export function eventJob(event: DomainEvent, listener: string): EventJob {
  return { name: listener, data: event, opts: { jobId: `${event.id}-${listener}`, ...ENDS } };
}

const ROUND = '-again-';

/** One more try of a dead letter, beside whatever the queue still holds of it. */
export function roundJob(event: DomainEvent, listener: string): EventJob {
  return { name: listener, data: event, opts: { jobId: `${event.id}-${listener}${ROUND}${newId()}`, ...ENDS, attempts: 1 } };
}

export function isRound(jobId: string | undefined): boolean {
  return jobId?.includes(ROUND) ?? false;
}
