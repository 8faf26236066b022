import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Callers } from './callers.js';
import { networkOf } from './network.js';
import { type Allowance, RateLimits } from './rate-limits.js';
import { RateLimitedError, rateLimitHeaders } from './rate-limited.error.js';

const ALLOWANCES = {
  /** A signed-in person or a program: 1,200 a minute, at most 200 at once. */
  actor: { name: 'actor', calls: 200, seconds: 10 },
  /** Anybody else, by network: 120 a minute, at most 40 at once. */
  public: { name: 'public', calls: 40, seconds: 20 },
  /** What a patient's link opens, by network: enough for a family behind one router, useless for guessing. */
  links: { name: 'links', calls: 60, seconds: 60 },
  /**
   * The unsubscribe button beside a mail, by its link: a provider presses for all its people from few addresses. Its network has
   * the wide allowance of whoever is not known, which every call here takes from first.
   */
  button: { name: 'button', calls: 10, seconds: 60 },
  /** Signing in and up, resetting passwords, by network: each is dear or worth guessing. */
  credentials: { name: 'credentials', calls: 20, seconds: 60 },
  none: undefined,
} satisfies Record<string, Allowance | undefined>;
type AllowanceName = keyof typeof ALLOWANCES;

const RATE_LIMIT = 'keel:rate-limit';

/** Names another allowance than the usual one: `actor` for those who are known, `public` for everybody else. */
export const RateLimit = (name: AllowanceName) => SetMetadata(RATE_LIMIT, name);

/** After the access guard: everybody has the allowance of who they are. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly callers: Callers,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (!this.config.rateLimit) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const named = this.reflector.getAllAndOverride<AllowanceName | undefined>(RATE_LIMIT, [execution.getHandler(), execution.getClass()]);
    const name = named ?? (request.ctx ? 'actor' : 'public');
    const allowance: Allowance | undefined = ALLOWANCES[name];
    if (!allowance) return true;
    const verdict = await this.limits.take(allowance, this.whoAsks(name, request));
    const headers = rateLimitHeaders(allowance, verdict);
    if (!verdict.allowed) throw new RateLimitedError(verdict.resetSeconds, headers);
    void execution.switchToHttp().getResponse<FastifyReply>().headers(headers);
    return true;
  }

  /** A public route asked with a good cookie, such as who is signed in, is counted by the cookie and not by its network. */
  private whoAsks(name: AllowanceName, request: FastifyRequest): string {
    if (name === 'button') return linkOf(request);
    if (request.ctx) return `${request.ctx.actor.type} ${request.ctx.actor.id}`;
    return (name === 'public' ? this.callers.provenKey(request) : undefined) ?? networkOf(request.ip);
  }
}

/** A link opens something: what is kept to count it is its hash. */
function linkOf({ params }: FastifyRequest): string {
  const { token = '' } = params as { token?: string };
  return createHash('sha256').update(token).digest('base64url');
}
