import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Public } from '../context/decorators.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { Problem } from '../problems/problem.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For this machine's own collector, or for whoever has METRICS_TOKEN; to everybody else there is nothing here. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @RateLimit('none')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.mayRead(request)) {
      throw new Problem({
        status: 404,
        code: 'NO_SUCH_ROUTE',
        title: 'No such address',
        detail: 'See /api/docs for the addresses of this API.',
      });
    }
    return this.metrics.text();
  }

  private mayRead(request: FastifyRequest): boolean {
    const { metricsToken } = this.config;
    // What a proxy on this machine passes on comes from elsewhere, whatever it says.
    if (!metricsToken) return LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${metricsToken}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
