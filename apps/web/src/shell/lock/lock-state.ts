import { isMarkedLocked, markLocked } from '../../session/locked-mark.js';

/**
 * `idle`: nobody used the screen, and its session may be there still; `ended`: the session is over; `elsewhere`: another window has
 * gone on in another clinic.
 */
export type Lock = 'open' | 'idle' | 'ended' | 'elsewhere';
type Listener = () => void;

let lock: Lock = 'open';
const listeners = new Set<Listener>();

export const lockNow = (): Lock => lock;

export function setLock(next: Lock): void {
  // Whose session is over, or went on elsewhere, has to sign in, whatever another window says.
  if (lock === next || (lock !== 'open' && next === 'idle')) return;
  lock = next;
  // A page that is opened anew is of the clinic that the others are in.
  if (next !== 'elsewhere') markLocked(next !== 'open');
  for (const listener of listeners) listener();
}

/** A page that is opened anew on a locked screen is locked too. @returns whether it is open */
export function beginAsMarked(): boolean {
  if (isMarkedLocked()) setLock('idle');
  return lock === 'open';
}

export function onLock(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// First of all who listen, since what is open on the page may listen too: Escape above a locked screen closes nothing beneath.
if (typeof addEventListener === 'function') {
  for (const kind of ['keydown', 'keyup'] as const) {
    addEventListener(kind, (event) => lock !== 'open' && event.stopImmediatePropagation(), { capture: true });
  }
}
