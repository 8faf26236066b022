/** What this window was told to change and nobody has answered yet: it is on its way, or waits in turn behind another. */
export const unanswered = new Set<Promise<boolean>>();

/** Counts a change until it is answered, then by whether it was done. */
export function countUnanswered(change: Promise<boolean>): void {
  unanswered.add(change);
  void change.then(() => unanswered.delete(change));
}
