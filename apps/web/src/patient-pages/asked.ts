import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../data/client/problem.js';

/** How long until a question is asked once more that got no answer at all. */
const AGAIN_MS = 1000;

/** What was asked of the API: what it answered last, and why it did not the last time. */
export interface Asked<T> {
  data?: T;
  error?: unknown;
}

interface Asking<T> extends Asked<T> {
  /** What is known, without asking: the answer to a change. */
  know: (data: T) => void;
  /** Asks anew; what was answered before stands until then. */
  again: () => Promise<void>;
}

/** Asks when the page opens. A refusal stays a refusal; only a lost connection is worth another try. */
export function useAsked<T>(ask: () => Promise<T>): Asking<T> {
  const [asked, setAsked] = useState<Asked<T>>({});
  const asking = useRef(ask);
  asking.current = ask;
  /** Only the newest answer counts. */
  const newest = useRef(0);
  const know = useCallback((data: T) => {
    newest.current++;
    setAsked({ data });
  }, []);
  const again = useCallback(async () => {
    const mine = ++newest.current;
    setAsked((before) => ('data' in before ? before : {}));
    try {
      const data = await twice(asking.current);
      if (mine === newest.current) setAsked({ data });
    } catch (error) {
      if (mine === newest.current) setAsked((before) => ({ ...before, error }));
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { ...asked, know, again };
}

async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return ask();
  }
}

/** A change that a person asked for: what it was, and how far it is. */
interface Change<Asks> {
  asks: Asks;
  state: 'under way' | 'done' | 'refused';
  error?: unknown;
}

/** Makes one change at a time; what follows from its refusal belongs to it, and only then is it told. */
export function useChange<Asks, T>(
  make: (asks: Asks) => Promise<T>,
  then: { done: (answer: T) => void; refused: (error: unknown) => unknown },
) {
  const [change, setChange] = useState<Change<Asks>>();
  async function start(asks: Asks): Promise<void> {
    setChange({ asks, state: 'under way' });
    try {
      then.done(await make(asks));
      setChange({ asks, state: 'done' });
    } catch (error) {
      await then.refused(error);
      setChange({ asks, state: 'refused', error });
    }
  }
  return { change, isUnderWay: change?.state === 'under way', start };
}
