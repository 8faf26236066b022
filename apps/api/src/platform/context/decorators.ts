import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission } from '@keel/contracts';
import type { FastifyRequest } from 'fastify';
import type { Ctx } from './ctx.js';

export const ROUTE_POLICY = 'keel:route-policy';

/** What a route demands: nothing at all, or any one of the named permissions (none named: being signed in is enough). */
export type RoutePolicy = { public: true } | { public: false; anyOf: readonly Permission[] };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not public. */
    ctx?: Ctx;
  }
}

/** The caller needs any one of these permissions; without a name, a signed-in caller is enough. */
export const Allow = (...anyOf: Permission[]) => SetMetadata(ROUTE_POLICY, { public: false, anyOf } satisfies RoutePolicy);

/** Anybody may call this route. */
export const Public = () => SetMetadata(ROUTE_POLICY, { public: true } satisfies RoutePolicy);

export const BY_PERSON = 'keel:by-person';

/** For routes that give rights, or write by a permission that reads: a signed-in person alone may call it, whatever a key's scopes say. */
export const ByPerson = () => SetMetadata(BY_PERSON, true);

export const ANY_ORIGIN = 'keel:any-origin';

/** For what another site must be able to ask for: it does nothing but what its address alone allows, with no cookie. */
export const AnyOrigin = () => SetMetadata(ANY_ORIGIN, true);

/** The request's context; a public route has none. */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): Ctx | undefined => {
  return execution.switchToHttp().getRequest<FastifyRequest>().ctx;
});

/** Where a request without a context comes from: for public routes. */
export interface Requester {
  requestId: string;
  ip: string;
  userAgent: string;
  /** Absent where there is no browser. */
  cookies?: Readonly<Record<string, string | undefined>>;
}

export const RequestedBy = createParamDecorator((_data: unknown, execution: ExecutionContext): Requester => {
  const request = execution.switchToHttp().getRequest<FastifyRequest>();
  return { requestId: request.id, ip: request.ip, userAgent: request.headers['user-agent'] ?? '', cookies: request.cookies };
});
