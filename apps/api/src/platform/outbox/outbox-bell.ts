import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { createPool } from '../database/connections.js';

export const OUTBOX_CHANNEL = 'keel_outbox';
const DELAY_MS = 15;

/**
 * Wakes the relay and the live streams shortly after events were committed. The NOTIFY is sent outside the business transaction, and once for
 * many: PostgreSQL commits notifying transactions one at a time, which would queue up every write of the house. A lost
 * ring costs nothing but the relay's next look.
 */
@Injectable()
export class OutboxBell implements OnApplicationShutdown {
  private readonly logger = new Logger(OutboxBell.name);
  private readonly pool: pg.Pool;
  private timer: NodeJS.Timeout | undefined;

  constructor(config: Config) {
    this.pool = createPool(config, 'keel-bell', 1);
  }

  ring(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pool.query(`NOTIFY ${OUTBOX_CHANNEL}`).catch(() => this.logger.warn('Could not wake the relay; it will look by itself'));
    }, DELAY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.pool.ended) await this.pool.end();
  }
}
