import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuse } from '../problems/unreadable.js';
import { Callers } from './callers.js';
import { RateLimitedError } from './rate-limited.error.js';
import { routeOf } from './route-of.js';

/** Pages and health cost nothing, and the webhooks of providers prove themselves by a signature. */
const COUNTED = /^\/api\/(?!v1\/webhooks\/)/;

/** Before a body is read and before the database is asked who it is: floods end here. */
export function countUnproven(app: NestFastifyApplication): void {
  const callers = app.get(Callers);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      const verdict = COUNTED.test(routeOf(request) ?? '') ? await callers.count(request) : undefined;
      if (!verdict || verdict.allowed) return undefined;
      return refuse(request, reply, new RateLimitedError(verdict.resetSeconds, {}).problem);
    });
}
