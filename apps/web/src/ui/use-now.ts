import { useSyncExternalStore } from 'react';

const EVERY = 30_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // The page may have been asleep, or nobody may have asked for long.
  if (listeners.size === 0) {
    now = Date.now();
    timer = setInterval(tick, EVERY);
    document.addEventListener('visibilitychange', tick);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The time by the half minute; the component is drawn again as it goes on. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
