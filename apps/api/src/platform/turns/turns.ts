import { Problem } from '../problems/problem.js';

interface Room {
  /** At work together. */
  atOnce: number;
  /** Waiting together, over all parties. */
  waiting: number;
  /** Waiting of one party. */
  waitingOfOne: number;
}

/** More wait than will be reached soon: whoever comes now is better told than kept. */
export class TooManyWaitingError extends Problem {
  constructor() {
    super({
      status: 503,
      code: 'TOO_MANY_WAITING',
      title: 'Too many others are waiting for the same',
      detail: 'Nothing was done. Try again in a few seconds (Retry-After).',
      headers: { 'retry-after': '5' },
    });
  }
}

/** Work that takes much of the processor, a few at a time: the rest waits in a queue of bounded length, or is refused at once. */
export class Turns {
  /** Of each party, those who wait, in the order in which the parties have their next turn. */
  private readonly parties = new Map<string, (() => void)[]>();
  private running = 0;
  private waiting = 0;

  constructor(private readonly room: Room) {}

  /** Each party has its turn after the others', however many it sends. @throws TooManyWaitingError */
  async inTurn<T>(party: string, work: () => Promise<T>): Promise<T> {
    if (this.running >= this.room.atOnce) await this.turn(party);
    else this.running++;
    try {
      return await work();
    } finally {
      // The place is handed over, not freed, so that nobody slips in between.
      const next = this.next();
      if (next) next();
      else this.running--;
    }
  }

  private turn(party: string): Promise<void> {
    const own = this.parties.get(party) ?? [];
    if (this.waiting >= this.room.waiting || own.length >= this.room.waitingOfOne) throw new TooManyWaitingError();
    this.waiting++;
    this.parties.set(party, own);
    return new Promise((resolve) => own.push(resolve));
  }

  private next(): (() => void) | undefined {
    const [first] = this.parties;
    if (!first) return undefined;
    const [party, own] = first;
    const next = own.shift();
    this.parties.delete(party);
    if (own.length > 0) this.parties.set(party, own);
    this.waiting--;
    return next;
  }
}
