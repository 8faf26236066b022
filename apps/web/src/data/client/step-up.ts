type Listener = () => void;

/** Whoever waits for the answer; undefined while nothing is asked. */
let pending: { promise: Promise<boolean>; answer: (proved: boolean) => void } | undefined;
const listeners = new Set<Listener>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Asks the person once more who they are; several calls that need it wait for one answer. @returns whether they proved it */
export function askStepUp(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  if (!pending) {
    let answer: (proved: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => (answer = resolve));
    pending = { promise, answer };
    tell();
  }
  return pending.promise;
}

export const isStepUpAsked = (): boolean => pending !== undefined;

export function answerStepUp(proved: boolean): void {
  const asked = pending;
  pending = undefined;
  tell();
  asked?.answer(proved);
}

export function onStepUp(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
