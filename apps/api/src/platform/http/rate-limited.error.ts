import { Problem } from '../problems/problem.js';
import type { Allowance, Verdict } from './rate-limits.js';

export class RateLimitedError extends Problem {
  constructor(retryAfter: number, headers: Record<string, string>) {
    super({
      status: 429,
      code: 'RATE_LIMITED',
      title: 'Too many requests',
      detail: `Wait ${retryAfter} seconds (Retry-After) and try again.`,
      headers: { ...headers, 'retry-after': String(retryAfter) },
    });
  }
}

export function rateLimitHeaders({ calls }: Allowance, { remaining, resetSeconds }: Verdict): Record<string, string> {
  return { 'ratelimit-limit': String(calls), 'ratelimit-remaining': String(remaining), 'ratelimit-reset': String(resetSeconds) };
}
