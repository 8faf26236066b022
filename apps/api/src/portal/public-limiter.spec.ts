import type { Config } from '../platform/index.js';
import { PublicLimiter } from './public-limiter.js';

describe('the limit of public calls', () => {
  const limiter = (rateLimit = true) => new PublicLimiter({ rateLimit } as Config);

  it('turns an address away after its calls of a minute, and lets others in', () => {
    const limit = limiter();
    for (let call = 0; call < 60; call++) limit.count('192.0.2.1', 0);
    expect(() => limit.count('192.0.2.1', 30_000)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ status: 429, headers: { 'retry-after': '30' } }) }),
    );
    expect(() => limit.count('192.0.2.2', 30_000)).not.toThrow();
    expect(() => limit.count('192.0.2.1', 60_000)).not.toThrow();
  });

  it('can be switched off for measurements', () => {
    const limit = limiter(false);
    for (let call = 0; call < 100; call++) limit.count('192.0.2.1', 0);
  });
});
