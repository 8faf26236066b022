import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../http/network.js';
import { Metrics } from './metrics.js';
import { Refusals } from './refusals.js';

const logger = new Logger('Request');

/**
 * One line and one measurement a request. The route's pattern is written, never its address: ids are in the fields that are
 * meant for them, and a search text may be a patient's name. Every answer names its request, as the audit and the log do.
 */
export function observeRequests(app: NestFastifyApplication, options: { log: boolean }): void {
  const metrics = app.get(Metrics);
  const refusals = app.get(Refusals);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      void reply.header('x-request-id', request.id);
      done();
    })
    .addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const route = request.routeOptions.url ?? 'unknown';
      // A stream's time is how long somebody had the page open.
      if (!isStream(reply)) metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
      const { clinicId, actor } = request.ctx ?? {};
      refusals.answered({ status: reply.statusCode, route, network: networkOf(request.ip), clinicId, actor });
      if (options.log && !route.startsWith('/health')) logger.log(entry(request, reply, route), 'answered');
      done();
    });
}

function isStream(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/event-stream');
}

function entry(request: FastifyRequest, reply: FastifyReply, route: string): Record<string, unknown> {
  return {
    requestId: request.id,
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    ...(request.ctx ? { clinicId: request.ctx.clinicId, actor: request.ctx.actor } : {}),
  };
}
