import { unanswered } from './unanswered-changes.js';

/** Waits for the answers to what this window was told to change, and for those to what follows from them. @returns whether all of it was done */
export async function allAnswered(): Promise<boolean> {
  while (unanswered.size > 0) {
    const done = await Promise.all(unanswered);
    if (done.includes(false)) return false;
    // What follows from an answer begins before this goes on.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return true;
}
