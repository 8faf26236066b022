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

/** Work that takes much of the processor, a few at a time: the rest waits in a queue of bounded length, or is refused at once. */
export class Turns {
  /** Of each party, those who wait, in the order in which the parties have their next turn. */
  private readonly parties = new Map<string, (() => void)[]>();
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
    try {
      return await work();
    } finally {
      // The place is handed over, not freed, so that nobody slips in between.
      const next = this.next();
      if (next) next();
      else this.running--;
    }
  }

  private turn(party: string, gone: AbortSignal | undefined): Promise<void> {
    const own = this.parties.get(party) ?? [];
    if (this.waiting >= this.room.waiting || own.length >= this.room.waitingOfOne) throw new TooManyWaitingError();
    this.waiting++;
    this.parties.set(party, own);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.forget(party, called);
        reject(new CallerGoneError());
      };
      const called = () => {
        gone?.removeEventListener('abort', leave);
        resolve();
      };
      own.push(called);
      gone?.addEventListener('abort', leave, { once: true });
    });
  }

  private forget(party: string, called: () => void): void {
    const left = (this.parties.get(party) ?? []).filter((one) => one !== called);
    if (left.length > 0) this.parties.set(party, left);
    else this.parties.delete(party);
    this.waiting--;
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
