import { createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import type { Config } from '../config/config.js';
import { type Allowance, RateLimits } from './rate-limits.js';

const { jest } = import.meta;
const FIVE: Allowance = { name: 'five', calls: 5, seconds: 5 };
const limits = (more: Partial<Config> = {}) => new RateLimits({ rateLimit: true, runsApi: true, ...more } as Config);

describe('an allowance', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('never lets more through than its calls and what comes back with time, whenever they are asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 80 }), async (gaps) => {
        const limit = limits();
        const start = Date.now();
        let allowed = 0;
        for (const gap of gaps) {
          jest.advanceTimersByTime(gap);
          if ((await limit.take(FIVE, 'one')).allowed) allowed++;
        }
        expect(allowed).toBeLessThanOrEqual(FIVE.calls + (Date.now() - start) / 1000);
      }),
    );
  });

  it('is one for each caller, is counted down, and is there again after the time that was told', async () => {
    const limit = limits();
    for (const remaining of [4, 3, 2, 1, 0]) {
      expect(await limit.take(FIVE, 'one')).toEqual({ allowed: true, remaining, resetSeconds: 5 });
    }
    jest.advanceTimersByTime(1500);
    const refused = await limit.take(FIVE, 'one');
    expect(refused).toEqual({ allowed: false, remaining: 0, resetSeconds: 4 });
    expect((await limit.take(FIVE, 'two')).allowed).toBe(true);
    jest.advanceTimersByTime(refused.resetSeconds * 1000);
    expect((await limit.take(FIVE, 'one')).allowed).toBe(true);
  });

  it('has one more for each call that is given back, and all for a caller that is forgotten', async () => {
    const limit = limits();
    for (let call = 0; call < 5; call++) await limit.take(FIVE, 'one');
    await limit.giveBack(FIVE, 'one');
    expect((await limit.take(FIVE, 'one')).allowed).toBe(true);
    expect((await limit.take(FIVE, 'one')).allowed).toBe(false);
    await limit.forget(FIVE, 'one');
    expect((await limit.take(FIVE, 'one')).remaining).toBe(4);
  });

  it('has no end where limits are switched off', async () => {
    const limit = limits({ rateLimit: false });
    for (let call = 0; call < 20; call++) expect((await limit.take(FIVE, 'one')).allowed).toBe(true);
  });
});

describe('a Redis that is configured and does not answer', () => {
  it.each([
    ['takes every connection and is silent', true],
    ['is not there', false],
  ])('and %s opens nothing and closes nothing: the process counts alone', async (_what, listens) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    if (!listens) await new Promise((resolve) => server.close(resolve));
    const limit = limits({ redisUrl: `redis://127.0.0.1:${port}` });
    try {
      const verdicts = [];
      for (let call = 0; call < 6; call++) verdicts.push((await limit.take(FIVE, 'one')).allowed);
      expect(verdicts).toEqual([true, true, true, true, true, false]);
    } finally {
      limit.onApplicationShutdown();
      for (const socket of sockets) socket.destroy();
      if (listens) await new Promise((resolve) => server.close(resolve));
    }
  });
});
