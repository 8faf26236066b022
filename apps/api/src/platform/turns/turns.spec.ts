import { CallerGoneError, TooManyWaitingError, Turns } from './turns.js';

const { jest } = import.meta;

/** Work that ends when it is told to. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, open: resolve };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work in turns', () => {
  it('runs no more at once than there is room for, and refuses who would wait behind too many', async () => {
    const turns = new Turns({ atOnce: 2, waiting: 3, waitingOfOne: 3 });
    const { work, open } = gate();
    let started = 0;
    const asked = Array.from({ length: 9 }, () =>
      turns.inTurn('a', () => {
        started++;
        return work();
      }),
    );
    const answers = Promise.allSettled(asked);
    await settled();
    expect(started).toBe(2);
    open();
    const refused = (await answers).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const answer of refused) expect(answer).toMatchObject({ reason: expect.any(TooManyWaitingError) });
    expect(started).toBe(5);
    await expect(turns.inTurn('a', () => Promise.resolve('later'))).resolves.toBe('later');
  });

  it('lets each party have its turn after the others, and one fill only its share of the queue', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 10, waitingOfOne: 2 });
    const { work, open } = gate();
    const order: string[] = [];
    const ask = (party: string) =>
      turns.inTurn(party, () => {
        order.push(party);
        return work();
      });
    const answers = Promise.allSettled([ask('many'), ask('many'), ask('many'), ask('many'), ask('few'), ask('few')]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open();
    expect((await answers).filter(({ status }) => status === 'rejected')).toHaveLength(1);
    // What held the others up counts.
    expect(order).toEqual(['many', 'few', 'few', 'many', 'many']);
  });

  it('goes on after work that failed', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 1, waitingOfOne: 1 });
    const failed = turns.inTurn('a', () => Promise.reject(new Error('torn')));
    const after = turns.inTurn('a', () => Promise.resolve('whole'));
    await expect(failed).rejects.toThrow('torn');
    await expect(after).resolves.toBe('whole');
  });

  it('gives the place of one who is gone to the next who asks, and never does their work', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 2, waitingOfOne: 1 });
    const { work, open } = gate();
    const done: string[] = [];
    const ask = (party: string, name: string, gone?: AbortSignal) =>
      turns.inTurn(
        party,
        () => {
          done.push(name);
          return work();
        },
        gone,
      );
    const [left, stays] = [new AbortController(), new AbortController()];
    const running = ask('a', 'running');
    const leaving = ask('a', 'gone', left.signal);
    const staying = ask('b', 'staying', stays.signal);
    await expect(ask('a', 'too many')).rejects.toThrow(TooManyWaitingError);
    left.abort();
    await expect(leaving).rejects.toThrow(CallerGoneError);
    const instead = ask('a', 'instead');
    await expect(ask('c', 'too many')).rejects.toThrow(TooManyWaitingError);
    await expect(ask('c', 'long gone', AbortSignal.abort())).rejects.toThrow(CallerGoneError);
    open();
    await Promise.all([running, staying, instead]);
    // Whoever hangs up once their turn has come changes nothing.
    stays.abort();
    await expect(ask('c', 'later')).resolves.toBeUndefined();
    expect(done).toEqual(['running', 'staying', 'instead', 'later']);
  });

  it('always has a place for a party that waits for nothing, at the cost of the one that waits for the most', async () => {
    const turns = new Turns({ atOnce: 1, waiting: 4, waitingOfOne: 3 });
    const { work, open } = gate();
    const answers = ['a', 'b', 'b', 'b', 'c', 'd'].map((party, number) =>
      turns.inTurn(party, work).then(
        () => `${party}${number} done`,
        () => `${party}${number} refused`,
      ),
    );
    await expect(turns.inTurn('c', work)).rejects.toThrow(TooManyWaitingError);
    open();
    expect(await Promise.all(answers)).toEqual(['a0 done', 'b1 done', 'b2 done', 'b3 refused', 'c4 done', 'd5 done']);
    // Where nobody waits for more than one, nobody gives way.
    const { work: more, open: openMore } = gate();
    const others = ['a', 'b', 'c', 'd', 'e'].map((party) => turns.inTurn(party, more));
    await expect(turns.inTurn('f', more)).rejects.toThrow(TooManyWaitingError);
    openMore();
    await Promise.all(others);
  });

  it('lets the party go first that has had the least work done', async () => {
    jest.useFakeTimers();
    const turns = new Turns({ atOnce: 1, waiting: 20, waitingOfOne: 9 });
    const order: string[] = [];
    const ask = (party: string, ms: number) =>
      turns.inTurn(party, async () => {
        order.push(party);
        await new Promise((resolve) => setTimeout(resolve, ms));
      });
    const asked = [ask('long', 5000), ask('other', 5000), ask('long', 5000), ask('other', 5000)];
    await jest.advanceTimersByTimeAsync(12_000);
    for (let n = 0; n < 3; n++) asked.push(ask('short', 100));
    await jest.advanceTimersByTimeAsync(30_000);
    await Promise.all(asked);
    jest.useRealTimers();
    expect(order).toEqual(['long', 'other', 'long', 'short', 'short', 'short', 'other']);
  });
});
