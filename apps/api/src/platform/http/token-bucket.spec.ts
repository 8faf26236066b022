import fc from 'fast-check';
import { TokenBuckets } from './token-bucket.js';

const allowance = { burst: 5, perMinute: 60 };

describe('token buckets', () => {
  it('never allow more than the burst plus the refill, whenever requests come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 80 }), (gaps) => {
        const buckets = new TokenBuckets();
        let now = 0;
        let allowed = 0;
        for (const gap of gaps) {
          now += gap;
          if (buckets.take('one', allowance, now).allowed) allowed++;
        }
        expect(allowed).toBeLessThanOrEqual(allowance.burst + now / 1000 + 1e-6);
      }),
    );
  });

  it('let a refused caller in after the time they were told', () => {
    const buckets = new TokenBuckets();
    for (let n = 0; n < 5; n++) expect(buckets.take('one', allowance, 0).allowed).toBe(true);
    const refused = buckets.take('one', allowance, 0);
    expect(refused).toEqual({ allowed: false, remaining: 0, retryAfter: 1 });
    expect(buckets.take('two', allowance, 0).allowed).toBe(true);
    expect(buckets.take('one', allowance, refused.retryAfter * 1000).allowed).toBe(true);
  });

  it('forget who has been quiet', () => {
    const buckets = new TokenBuckets();
    buckets.take('one', allowance, 0);
    buckets.sweep(700_000);
    expect(buckets.size).toBe(0);
  });
});
