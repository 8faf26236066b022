/*
 * An attempt is one call to somebody outside that must not happen twice: a text, a charge, a claim. It is written down and committed,
 * then called, then closed by what came of it:
 *
 *     begun → called → accepted | refused | retry | ambiguous
 *
 * `accepted` and `refused` are the other side's word. `retry` is certain not to have reached it. `ambiguous` may have: nobody calls for
 * it again before that is found out. These are the decisions; attempts.ts and messaging's sender act on them.
 */

export type AttemptOutcome = 'accepted' | 'refused' | 'retry' | 'ambiguous';

/** What came of a call, or what was found out about it. */
export type AttemptResult = { outcome: 'accepted'; providerId: string } | { outcome: 'refused' | 'retry' | 'ambiguous'; code: string };

/** The worker of an attempt was stopped for so long that it did not dare to call. */
export const WORKER_SLEPT = { outcome: 'retry', code: 'worker_slept' } as const satisfies AttemptResult;
/** It died before it went to call. */
const NOT_CALLED = { outcome: 'retry', code: 'not_called' } as const satisfies AttemptResult;
/** It died, or was never heard of again, after it went to call. */
export const WORKER_LOST = { outcome: 'ambiguous', code: 'worker_lost' } as const satisfies AttemptResult;

/** What is written down of an attempt; times in epoch milliseconds. */
export interface AttemptState {
  /** When a worker went to call, before it did. */
  calledAt: number | null;
  /** While it is open: until when its worker is believed to live. */
  leaseUntil: number | null;
  outcome: AttemptOutcome | null;
}

/** Another attempt at the same may begin only after one that is certain not to have been accepted. The index `attempt_once` says the same. */
export function mayBeginAfter({ outcome }: AttemptState): boolean {
  return outcome === 'refused' || outcome === 'retry';
}

/** Each attempt is called once: whoever writes down that they go is the one, and nobody goes whom the others believe dead. */
export function mayGo({ calledAt, leaseUntil, outcome }: AttemptState, now: number): boolean {
  return outcome === null && calledAt === null && leaseUntil !== null && now < leaseUntil;
}

/** Between writing down and calling a process may have been stopped; by the time that it wakes others may have taken it for dead. */
export function sleptTooLong(elapsedMs: number, leaseMs: number): boolean {
  return elapsedMs > leaseMs / 4;
}

/** What an open attempt is found to be once its lease is over; undefined while it is not. */
export function foundOpen({ calledAt, leaseUntil, outcome }: AttemptState, now: number): AttemptResult | undefined {
  if (outcome !== null || (leaseUntil !== null && now < leaseUntil)) return undefined;
  return calledAt === null ? NOT_CALLED : WORKER_LOST;
}

/** Whether an answer, or what was found out, changes what is written down: late ones close what nobody knew, and undo nothing. */
export function takes(written: AttemptOutcome | null, outcome: AttemptOutcome): boolean {
  return written === null || (written === 'ambiguous' && outcome !== 'ambiguous');
}

/** After so long without anybody who could tell, it is a person's to find out. */
const GIVE_UP_AFTER_MS = 6 * 3_600_000;

/** What asking the other side brought: what it knows of the call, that it knows of none, or nothing. */
export type Finding<Known> = { known: Known } | 'not_there' | 'unreadable';

/**
 * What follows from asking about a call that was made `ageMs` ago. That it is not there counts once the other side had time to show
 * it, and once nothing can be on its way any more.
 */
export function afterAsking<Known>(
  found: Finding<Known>,
  ageMs: number,
  settleMs: number,
): { known: Known } | 'not_there' | 'ask_again' | 'give_up' {
  if (typeof found === 'object') return found;
  if (found === 'not_there' && ageMs >= settleMs) return 'not_there';
  return ageMs >= GIVE_UP_AFTER_MS ? 'give_up' : 'ask_again';
}

/** Ever less often. */
export function askAgainAfterMs(ageMs: number, settleMs: number): number {
  return Math.max(Math.ceil(settleMs / 10), Math.ceil(ageMs / 4));
}

/** When a call that just went unanswered is first asked about. */
export function firstAskAfterMs(settleMs: number): number {
  return Math.ceil(settleMs / 20);
}
