import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Callers } from '../http/callers.js';
import { ForbiddenProblem, PersonOnlyProblem, UnauthenticatedProblem } from '../problems/problem.js';
import type { Ctx } from './ctx.js';
import { ANY_ORIGIN, BY_PERSON, ROUTE_POLICY, type RoutePolicy } from './decorators.js';
import { FactorRequiredError, OPEN_BEFORE_ENROLMENT } from './enrolment.js';
import { assertOwnOrigin } from './own-origin.js';
import { assertShown, shownBy } from './shown.js';
import { assertSteppedUp, NEEDS_STEP_UP } from './step-up.js';

/** What identity provides: turns a cookie, a key or a link into a context, or into nothing. */
export interface Authenticator {
  authenticate(request: FastifyRequest): Promise<Ctx | undefined>;
}
export const AUTHENTICATOR = Symbol('authenticator');

/** The one guard of the house: whence does it come, who is it, and may they. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    private readonly callers: Callers,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [execution.getHandler(), execution.getClass()]);
    // Boot has checked that every route has a policy; a missing one here closes the route.
    if (!policy) throw new ForbiddenProblem([]);
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (!this.marked(execution, ANY_ORIGIN)) assertOwnOrigin(request, this.config);
    if (policy.public) return true;
    const ctx = await this.authenticator.authenticate(request);
    if (!ctx) {
      this.callers.refuted(request);
      throw new UnauthenticatedProblem();
    }
    await this.callers.proved(request);
    // Before anything is refused: the log says who was.
    request.ctx = ctx;
    assertShown(ctx, shownBy(request));
    if (ctx.mustEnrolFactor && !this.marked(execution, OPEN_BEFORE_ENROLMENT)) throw new FactorRequiredError();
    if (policy.anyOf.length > 0 && !policy.anyOf.some((permission) => ctx.permissions.has(permission))) {
      throw new ForbiddenProblem(policy.anyOf);
    }
    if (ctx.actor.type !== 'user' && this.marked(execution, BY_PERSON)) throw new PersonOnlyProblem();
    if (this.marked(execution, NEEDS_STEP_UP)) assertSteppedUp(ctx);
    return true;
  }

  private marked(execution: ExecutionContext, key: string): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(key, [execution.getHandler(), execution.getClass()]) === true;
  }
}
