import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public } from '../context/decorators.js';
import { RateLimit } from '../http/rate-limit.guard.js';
import { Relay } from '../outbox/relay.js';

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
  ready() {
    return this.health.check([
      () => this.probe('database', () => this.source.query('SELECT 1')),
      () => this.probe('queue', () => this.relay.reachesQueue()),
    ]);
  }

  private async probe(name: string, ask: () => Promise<unknown>) {
    const check = this.indicator.check(name);
    try {
      await ask();
      return check.up();
    } catch {
      return check.down();
    }
  }
}
