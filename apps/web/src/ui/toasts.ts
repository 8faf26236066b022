import type { Onward, Undo } from './toaster.js';

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
  return import('./toaster.js');
}

/** Something is done; it can be taken back, or looked at, for as long as the word stands. */
export function toastDone(text: string, then?: Undo | Onward): void {
  void toaster().then(({ showDone }) => showDone(text, then));
}

/** Something was refused or did not arrive: what, and what to do. */
export function toastProblem(problem: unknown): void {
  void toaster().then(({ showProblem }) => showProblem(problem));
}

/** What was offered to be undone of something must not be any more: it is about to change again. */
export function withdrawUndo(about: string): void {
  if (wanted) void toaster().then(({ withdraw }) => withdraw(about));
}
