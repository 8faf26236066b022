import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../context/decorators.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { Relay } from '../outbox/relay.js';
import { Problem } from '../problems/problem.js';
import { inTime } from '../queues/in-time.js';

export class NotReadyError extends Problem {
  constructor(parts: Record<string, string>) {
    const down = Object.keys(parts).filter((part) => parts[part] !== 'up');
    super({
      status: 503,
      code: 'NOT_READY',
      title: 'Not all of it serves right now',
      detail: `No answer in time from: ${down.join(', ')}. It is asked again at the next look.`,
      extra: { parts },
      headers: { 'retry-after': '5' },
    });
  }
}

/** For supervisors and load balancers: no names, no versions, no figures. */
@ApiExcludeController()
@Controller('health')
@Public()
@RateLimit('none')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly source: DataSource,
    private readonly relay: Relay,
  ) {}

  /** The process runs. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The database answers and the queue is reached: all of it serves. */
  @Get('ready')
  @HealthCheck({ noCache: true })
  async ready() {
    try {
      return await this.health.check([
        () => this.probe('database', () => this.source.query('SELECT 1')),
        () => this.probe('queue', () => this.relay.reachesQueue()),
      ]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      const { details } = error.getResponse() as { details: Record<string, { status: string }> };
      throw new NotReadyError(Object.fromEntries(Object.entries(details).map(([part, { status }]) => [part, status])));
    }
  }

  private async probe(name: string, ask: () => Promise<unknown>) {
    const check = this.indicator.check(name);
    try {
      await inTime(ask());
      return check.up();
    } catch {
      return check.down();
    }
  }
}
