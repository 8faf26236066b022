import { type CanActivate, type ExecutionContext, Injectable, type OnModuleDestroy, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Problem } from '../problems/problem.js';
import { type Allowance, TokenBuckets } from './token-bucket.js';

const ALLOWANCES = {
  /** A signed-in person or a program. */
  actor: { burst: 200, perMinute: 1200 },
  /** Anybody, by network address. */
  public: { burst: 40, perMinute: 120 },
  /** Signing in and up, resetting passwords: each is dear or worth guessing. */
  credentials: { burst: 20, perMinute: 20 },
  none: undefined,
} satisfies Record<string, Allowance | undefined>;
type AllowanceName = keyof typeof ALLOWANCES;

const RATE_LIMIT = 'keel:rate-limit';

/** Names another allowance than the usual one: `actor` for those who are known, `public` for everybody else. */
export const RateLimit = (name: AllowanceName) => SetMetadata(RATE_LIMIT, name);

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

/** Counts in this process: several API processes multiply the allowance by their number. */
@Injectable()
export class RateLimitGuard implements CanActivate, OnModuleDestroy {
  private readonly buckets = new TokenBuckets();
  private readonly sweeper = setInterval(() => this.buckets.sweep(Date.now()), 60_000).unref();

  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  onModuleDestroy(): void {
    clearInterval(this.sweeper);
  }

  canActivate(execution: ExecutionContext): boolean {
    if (!this.config.rateLimit) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const named = this.reflector.getAllAndOverride<AllowanceName | undefined>(RATE_LIMIT, [execution.getHandler(), execution.getClass()]);
    const name = named ?? (request.ctx ? 'actor' : 'public');
    const allowance: Allowance | undefined = ALLOWANCES[name];
    if (!allowance) return true;
    const who = request.ctx ? `${request.ctx.actor.type} ${request.ctx.actor.id}` : request.ip;
    const verdict = this.buckets.take(`${name} ${who}`, allowance, Date.now());
    const headers = {
      'ratelimit-limit': String(allowance.burst),
      'ratelimit-remaining': String(verdict.remaining),
      'ratelimit-reset': String(verdict.retryAfter),
    };
    if (!verdict.allowed) throw new RateLimitedError(verdict.retryAfter, headers);
    void execution.switchToHttp().getResponse<FastifyReply>().headers(headers);
    return true;
  }
}
