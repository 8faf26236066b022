import { part } from '../i18n/shelf.js';
import type { Onward } from './toaster.js';
import { offerUndo, type Undo } from './undo.js';

type Listener = () => void;
let wanted = false;
const listeners = new Set<Listener>();

/** Tells when there is first something to say: only then the corner of the screen is made for it. */
export function subscribeToasts(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const toastsWanted = (): boolean => wanted;

/** A word at the corner of the screen, read out by a screen reader; fetched when there is first something to say. */
function toaster() {
  wanted = true;
  for (const listener of listeners) listener();
  return part(() => import('./toaster.js'));
}

/** Fetches what a lost connection would be told with, and whoever wants to go while it is lost, at the first touch of a page: later there may be none to fetch it by. */
export function prepareToTell(): () => void {
  const stop = new AbortController();
  const prepare = () => {
    stop.abort();
    // Where it fails it is tried again when there is something to say.
    part(() => import('./toaster.js')).catch(() => undefined);
    part(() => import('./way-out-dialog.js')).catch(() => undefined);
  };
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, prepare, { signal: stop.signal });
  return () => stop.abort();
}

/** Something is done. It can be looked at, or taken back: here while the word stands, and by Ctrl Z for longer. */
export function toastDone(text: string, then?: Undo | Onward): void {
  const offer = then && 'run' in then ? offerUndo(then) : undefined;
  const onward = then && 'href' in then ? then : undefined;
  void toaster().then(({ showDone, showUndoable }) => (offer ? showUndoable(text, offer) : showDone(text, onward)));
}

/** Something was refused or did not arrive: what, and what to do. */
export function toastProblem(problem: unknown): void {
  toastRefusal(problem, undefined);
}

/** A problem where other words help than those of its code, if there are some. */
export function toastRefusal(problem: unknown, words: string | undefined): void {
  void toaster().then(({ showProblem }) => showProblem(problem, words));
}
