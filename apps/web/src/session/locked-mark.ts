const LOCKED = 'keel-locked';

/** Whether the screen was locked when its page was left: a reload and a new window do not open it. */
export const isMarkedLocked = (): boolean => withStorage((storage) => storage.getItem(LOCKED) !== null) ?? false;

export function markLocked(locked: boolean): void {
  withStorage((storage) => (locked ? storage.setItem(LOCKED, 'yes') : storage.removeItem(LOCKED)));
}

/** Some private windows keep nothing. */
function withStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
