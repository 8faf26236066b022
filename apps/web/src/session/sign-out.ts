import { signOff } from '../data/session.js';
import { paths } from '../paths.js';

const LEAVING = 'keel-leaving';

/** Begins the way out on a fresh page: this one could still be asking for something when its session is over. */
export function signOut(): void {
  withStorage((storage) => storage.setItem(LEAVING, 'yes'));
  location.replace(paths.signOut());
}

/** Whether the person asked for it: a link from elsewhere signs nobody out. */
export function isLeaving(): boolean {
  // Some private windows keep nothing; then whoever comes to the way out is believed.
  return withStorage((storage) => storage.getItem(LEAVING) !== null) ?? true;
}

/** Ends the session, if there is one. */
export async function endSession(): Promise<void> {
  await signOff();
  withStorage((storage) => storage.removeItem(LEAVING));
}

function withStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
