import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { houseClock } from './house-clock.js';

const ASK_EVERY_MS = 10_000;

/** Sets the house's clock by the database before anything runs, and again every few seconds. */
@Injectable()
export class ClockKeeper implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(ClockKeeper.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.ask();
    const offset = Math.round(Date.now() - houseClock.now());
    if (Math.abs(offset) > 5000)
      this.logger.warn({ offset }, "This machine's clock differs from the database's, which is the one that counts");
    this.timer = setInterval(() => void this.ask().catch(() => undefined), ASK_EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private ask(): Promise<void> {
    return houseClock.read(async () => {
      const [row] = await this.source.query<{ at: string }[]>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at');
      return Number(row?.at);
    });
  }
}
