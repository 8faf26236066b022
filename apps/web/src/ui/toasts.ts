import type { Undo } from './toaster.js';

/** A word at the corner of the screen, read out by a screen reader; fetched when there is first something to say. */
const toaster = () => import('./toaster.js');

/** Something is done; `undo` takes it back for as long as the word stands. */
export function toastDone(text: string, undo?: Undo): void {
  void toaster().then(({ showDone }) => showDone(text, undo));
}

/** Something was refused or did not arrive: what, and what to do. */
export function toastProblem(problem: unknown): void {
  void toaster().then(({ showProblem }) => showProblem(problem));
}
