/** Somebody wants to sign out, and what they did here last is not saved yet. */
export interface Waiting {
  /** It takes so long that they are asked whether to go without it. */
  late: boolean;
  stay: () => void;
  goAnyway: () => void;
}

let waiting: Waiting | undefined;
const listeners = new Set<() => void>();

export const waitingNow = (): Waiting | undefined => waiting;

export function showWaiting(next: Waiting | undefined): void {
  waiting = next;
  for (const listener of listeners) listener();
}

export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
