import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';

/** How much one caller may ask: so many calls in each span of seconds, which begins with the first of them. */
export interface Allowance {
  /** Names its counts; two allowances of one name share them. */
  name: string;
  calls: number;
  seconds: number;
}

export interface Verdict {
  allowed: boolean;
  remaining: number;
  /** Whole seconds until the span ends and all calls are there again. */
  resetSeconds: number;
}

interface Counters {
  own: RateLimiterAbstract;
  shared: RateLimiterAbstract | undefined;
}

/** Redis answers in well under a millisecond; one that takes longer than this is not asked again for a while. */
const REDIS_ANSWER_MS = 250;
const REDIS_REST_MS = 5000;

/**
 * Counts calls by caller: in Redis where it is configured, so that an allowance holds across processes, and in this
 * process otherwise. While Redis does not answer, each process counts for itself: a dead Redis lets nobody in who would
 * be refused by one process alone, and keeps nobody out.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly counters = new Map<string, Counters>();
  private readonly redis: Redis | undefined;
  private redisRestsUntil = 0;

  constructor(private readonly config: Config) {
    if (!config.redisUrl || !config.rateLimit || !config.runsApi) return;
    this.redis = new Redis(config.redisUrl, {
      connectionName: 'keel-limits',
      connectTimeout: 5000,
      commandTimeout: REDIS_ANSWER_MS,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      retryStrategy: (times) => Math.min(times * 200, REDIS_REST_MS),
    });
    // It connects again by itself; meanwhile the process counts alone.
    this.redis.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /** Takes one call of `key`, if there is one left; with limits switched off there always is. */
  async take(allowance: Allowance, key: string): Promise<Verdict> {
    if (!this.config.rateLimit) return { allowed: true, remaining: allowance.calls, resetSeconds: 0 };
    return this.count(allowance, (limiter) => limiter.consume(key));
  }

  /** Gives back a call that turned out not to count. */
  async giveBack(allowance: Allowance, key: string): Promise<void> {
    if (this.config.rateLimit) await this.count(allowance, (limiter) => limiter.reward(key));
  }

  /** Forgets what `key` has taken. */
  async forget(allowance: Allowance, key: string): Promise<void> {
    if (!this.config.rateLimit) return;
    const { own, shared } = this.countersOf(allowance);
    await Promise.all([own.delete(key), shared?.delete(key).catch(() => false)]);
  }

  private async count(allowance: Allowance, ask: (limiter: RateLimiterAbstract) => Promise<RateLimiterRes>): Promise<Verdict> {
    const { own, shared } = this.countersOf(allowance);
    if (shared && Date.now() >= this.redisRestsUntil) {
      try {
        return await verdict(ask(shared));
      } catch {
        this.redisRestsUntil = Date.now() + REDIS_REST_MS;
      }
    }
    return verdict(ask(own));
  }

  private countersOf({ name, calls, seconds }: Allowance): Counters {
    let counters = this.counters.get(name);
    if (!counters) {
      const options = { keyPrefix: `keel:limit:${name}`, points: calls, duration: seconds };
      counters = {
        own: new RateLimiterMemory(options),
        shared: this.redis && new RateLimiterRedis({ ...options, storeClient: this.redis, rejectIfRedisNotReady: true }),
      };
      this.counters.set(name, counters);
    }
    return counters;
  }
}

/** A refusal is thrown by the library like an error; it is an answer. */
async function verdict(asked: Promise<RateLimiterRes>): Promise<Verdict> {
  const [allowed, found] = await asked.then(
    (result) => [true, result] as const,
    (error: unknown) => {
      if (error instanceof RateLimiterRes) return [false, error] as const;
      throw error;
    },
  );
  return { allowed, remaining: found.remainingPoints, resetSeconds: Math.max(1, Math.ceil(found.msBeforeNext / 1000)) };
}
