import fc from 'fast-check';
import { HouseClock } from './house-clock.js';

describe("the house's clock", () => {
  it('is the database’s, however far the machine’s is off and however it jumps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -1e9, max: 1e9 })), { maxLength: 20 }),
        async (offset, steps) => {
          let real = 1_800_000_000_000;
          let machine = offset;
          const started = real;
          const clock = new HouseClock(
            () => real - started,
            () => real + machine,
          );
          expect(clock.now()).toBe(real + offset);
          await clock.read(() => Promise.resolve(real));
          for (const [passed, jump] of steps) {
            real += passed;
            machine += jump;
            expect(clock.now()).toBe(real);
          }
        },
      ),
    );
  });

  it('follows the database where that one is set anew', async () => {
    const clock = new HouseClock(() => 0);
    await clock.read(() => Promise.resolve(1000));
    await clock.read(() => Promise.resolve(500));
    expect(clock.now()).toBe(500);
  });

  it('is not moved by an answer that took long and says nothing new', async () => {
    let ticks = 0;
    const clock = new HouseClock(() => ticks);
    await clock.read(() => Promise.resolve(1000));
    await clock.read(() => {
      ticks += 400;
      return Promise.resolve(1390);
    });
    expect(clock.now()).toBe(1400);
  });
});
