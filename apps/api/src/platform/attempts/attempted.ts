import { sleptTooLong, WORKER_SLEPT } from './attempt-rules.js';

interface Steps<Open, Result, Closed> {
  leaseMs: number;
  /** Writes the attempt down and commits; undefined where nothing is to be called. */
  begin: () => Promise<Open | undefined>;
  /** Outside of any transaction, since it may take as long as the other side likes. */
  call: (open: Open) => Promise<Result>;
  /** Writes down what came of it. */
  close: (open: Open, result: Result | typeof WORKER_SLEPT) => Promise<Closed>;
  /** What begins and closes waits for its turn here, if turns are to be taken. */
  inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Written down first, then called, then closed. Whatever dies in between leaves an open attempt, which is looked into and never simply called again. */
export async function attempted<Open, Result, Closed>(steps: Steps<Open, Result, Closed>): Promise<Closed | undefined> {
  const { leaseMs, begin, call, close, inTurn = (work) => work() } = steps;
  let began = 0;
  const open = await inTurn(() => {
    began = performance.now();
    return begin();
  });
  if (open === undefined) return undefined;
  const result = sleptTooLong(performance.now() - began, leaseMs) ? WORKER_SLEPT : await call(open);
  return inTurn(() => close(open, result));
}
