type Listener = () => void;

/** What is asked on whichever page of the staff, about one thing at a time; whoever asks waits for the answer. */
export function question<T>() {
  let asked: { about: T; answer: (yes: boolean) => void } | undefined;
  const listeners = new Set<Listener>();
  const put = (next: typeof asked) => {
    asked = next;
    for (const listener of listeners) listener();
  };
  const answer = (yes: boolean): void => {
    const before = asked;
    if (!before) return;
    put(undefined);
    before.answer(yes);
  };
  return {
    /** One that is not answered yet is a no: the newer one stands in its place. */
    ask: (about: T): Promise<boolean> => {
      answer(false);
      return new Promise((answered) => put({ about, answer: answered }));
    },
    answer,
    asked: (): T | undefined => asked?.about,
    subscribe: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
