/** How much one caller may ask: `burst` at once, refilled at `perMinute`. */
export interface Allowance {
  burst: number;
  perMinute: number;
}

export interface Verdict {
  allowed: boolean;
  /** Whole requests left right now. */
  remaining: number;
  /** Seconds until the next request is allowed; 0 while some are left. */
  retryAfter: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets by key; full ones are forgotten, since a forgotten bucket is a full one. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes one token of `key` at `now` (milliseconds), if there is one. */
  take(key: string, { burst, perMinute }: Allowance, now: number): Verdict {
    const perMs = perMinute / 60_000;
    const before = this.buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) * perMs);
    const allowed = tokens >= 1;
    const left = allowed ? tokens - 1 : tokens;
    this.buckets.set(key, { tokens: left, at: now });
    return { allowed, remaining: Math.floor(left), retryAfter: left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000) };
  }

  /** Forgets buckets that have been full for a while; call it now and then. */
  sweep(now: number, idleMs = 600_000): void {
    for (const [key, bucket] of this.buckets) if (now - bucket.at > idleMs) this.buckets.delete(key);
  }

  get size(): number {
    return this.buckets.size;
  }
}
