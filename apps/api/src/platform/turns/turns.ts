import { HttpException } from '@nestjs/common';
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

/** Nobody is there any more to hear an answer: not a problem that anybody reads. */
export class CallerGoneError extends HttpException {
  constructor() {
    super('The caller hung up', 499);
  }
}

interface Waiting {
  call: () => void;
  refuse: (error: Error) => void;
}

/**
 * Work that takes much of the processor, a few at a time: the rest waits in a queue of bounded length, or is refused at once. A
 * party with nothing in the queue always finds a place there, and whoever has had the least work done has the next turn, so that
 * many parties with much work keep nobody waiting who has little.
 */
export class Turns {
  /** Of each party, those who wait; of parties that had as much, the first is the next. */
  private readonly parties = new Map<string, Waiting[]>();
  /** Milliseconds of each party's work since somebody began to wait. */
  private readonly had = new Map<string, number>();
  private running = 0;
  private waiting = 0;

  constructor(private readonly room: Room) {}

  /**
   * Each party has its turn after the others', however many it sends. Who is gone before it comes gives the place up.
   * @throws TooManyWaitingError, CallerGoneError
   */
  async inTurn<T>(party: string, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    if (gone?.aborted) throw new CallerGoneError();
    if (this.running >= this.room.atOnce) await this.turn(party, gone);
    else this.running++;
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.had.set(party, (this.had.get(party) ?? 0) + performance.now() - begun);
      // The place is handed over, not freed, so that nobody slips in between.
      const next = this.next();
      if (next) next.call();
      else {
        this.running--;
        this.had.clear();
      }
    }
  }

  private turn(party: string, gone: AbortSignal | undefined): Promise<void> {
    const own = this.parties.get(party) ?? [];
    if (own.length >= this.room.waitingOfOne) throw new TooManyWaitingError();
    if (this.waiting >= this.room.waiting && !(own.length === 0 && this.makeRoom())) throw new TooManyWaitingError();
    this.waiting++;
    this.parties.set(party, own);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.forget(party, one);
        reject(new CallerGoneError());
      };
      const ends = (end: () => void) => () => {
        gone?.removeEventListener('abort', leave);
        end();
      };
      const one: Waiting = { call: ends(resolve), refuse: (error) => ends(() => reject(error))() };
      own.push(one);
      gone?.addEventListener('abort', leave, { once: true });
    });
  }

  /** Refuses the last of the party that waits for the most, for one that waits for nothing. */
  private makeRoom(): boolean {
    const [longest] = [...this.parties].toSorted(([, one], [, other]) => other.length - one.length);
    if (!longest || longest[1].length < 2) return false;
    longest[1].pop()?.refuse(new TooManyWaitingError());
    this.waiting--;
    return true;
  }

  private forget(party: string, left: Waiting): void {
    const others = (this.parties.get(party) ?? []).filter((one) => one !== left);
    if (others.length > 0) this.parties.set(party, others);
    else this.parties.delete(party);
    this.waiting--;
  }

  private next(): Waiting | undefined {
    const hadOf = (party: string) => this.had.get(party) ?? 0;
    const [first] = [...this.parties].toSorted(([one], [other]) => hadOf(one) - hadOf(other));
    if (!first) return undefined;
    const [party, own] = first;
    const next = own.shift();
    this.parties.delete(party);
    if (own.length > 0) this.parties.set(party, own);
    this.waiting--;
    return next;
  }
}
