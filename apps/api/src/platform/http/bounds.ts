import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RouteTable } from '../context/route-policy.check.js';
import { InvalidProblem } from '../problems/problem.js';
import { refuse } from '../problems/unreadable.js';
import { BODY_SHAPE, QUERY_SHAPE, shapeFault } from './shape.js';

/** A note with two full drawings has half of this. */
export const BODY_BYTES = 1024 * 1024;
/** Of a route that anybody may call: signing up takes less than one. */
const PUBLIC_BODY_BYTES = 16 * 1024;

/** No request asks for more work than it may: its bytes, then its shape, are looked at before anything else of it. */
export function boundRequests(app: NestFastifyApplication, prefix: string): void {
  const open = new Set(
    app
      .get(RouteTable)
      .routes()
      .filter(({ policy }) => policy?.public)
      .map(({ method, path }) => `${method} /${prefix}${path}`),
  );
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    if ([route.method].flat().some((method) => open.has(`${method} ${route.url}`))) route.bodyLimit = PUBLIC_BODY_BYTES;
  });
  fastify.addHook('preValidation', refuseShape);
}

async function refuseShape(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const fault = shapeFault(request.query, QUERY_SHAPE) ?? shapeFault(request.body, BODY_SHAPE);
  return fault && refuse(request, reply, new InvalidProblem([fault]).problem);
}
