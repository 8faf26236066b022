/** How long before the lock the person is told. */
export const WARNED_MS = 60_000;
/** The API is told of somebody who is there no oftener than this. */
export const REPORT_MS = 60_000;

export type Standing = { state: 'open' } | { state: 'warned'; seconds: number } | { state: 'locked' };

/** What the screen does that long after the last touch in any window. */
export function standingAt(now: number, lastTouch: number, idleMs: number): Standing {
  const left = lastTouch + idleMs - now;
  if (left <= 0) return { state: 'locked' };
  // A short limit leaves half of itself without a word.
  return left <= Math.min(WARNED_MS, idleMs / 2) ? { state: 'warned', seconds: Math.ceil(left / 1000) } : { state: 'open' };
}

/** Whether the API should hear that the person is there: they touched something since it last did, and that is a while ago. */
export function shouldReport(now: number, lastTouch: number, lastReport: number): boolean {
  return lastTouch > lastReport && now - lastReport >= REPORT_MS;
}
