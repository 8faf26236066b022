import { Turns } from './turns.js';

describe('taking turns', () => {
  it('lets a few in at once and all of them in the end, in their order', async () => {
    const turns = new Turns(3);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const work = (number: number) => async () => {
      order.push(number);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
      if (number % 4 === 0) throw new Error('it failed');
    };
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const results = await Promise.allSettled(numbers.map((number) => turns.take(work(number))));
    expect(most).toBe(3);
    expect(order).toEqual(numbers);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    await turns.take(() => Promise.resolve());
    expect(inside).toBe(0);
  });
});
