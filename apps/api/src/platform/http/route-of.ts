import type { FastifyRequest } from 'fastify';

/**
 * The pattern of the route that answers, as it was declared; undefined where none does. Never decide by `request.url`: the router
 * decodes it and takes an absolute one, so that `/%61pi/v1/patients` and `http://x/api/v1/patients` are the same route, spelled otherwise.
 */
export function routeOf(request: FastifyRequest): string | undefined {
  return request.routeOptions.url;
}
