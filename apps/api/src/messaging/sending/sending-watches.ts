import { Injectable } from '@nestjs/common';
import type { Channel } from '@keel/contracts';
import { Alarms, Config, Db } from '../../platform/index.js';

interface Health {
  channel: Channel;
  tried: number;
  failed: number;
  begun: number;
  late: number;
}

const SINCE = '15 minutes';
/** One mail of two that failed says nothing about a provider. */
const ENOUGH = 5;

/** Providers that do not take what they are given, messages that begin to leave too late, and texts that reach nobody. */
@Injectable()
export class SendingWatches {
  constructor(
    private readonly db: Db,
    config: Config,
    alarms: Alarms,
  ) {
    const { latePercent, failingPercent, strayTexts } = config.alarms;
    alarms.watch({ code: 'messages_late', threshold: latePercent, raisedWhen: 'atLeast', read: () => this.late() });
    alarms.watch({ code: 'stray_texts', threshold: strayTexts, raisedWhen: 'atLeast', read: () => this.strays() });
    for (const channel of ['email', 'sms'] as const) {
      const read = () => this.failing(channel);
      alarms.watch({ code: `${channel}_failing`, threshold: failingPercent, raisedWhen: 'atLeast', read });
    }
  }

  private async late(): Promise<number> {
    const health = await this.health();
    return percent(sum(health, 'late'), sum(health, 'begun'));
  }

  /** Nobody reads them: whose they are is not known, and they may be somebody's only call for help. */
  private async strays(): Promise<number> {
    const [row] = await this.db.door<{ strays: number }>('stray_texts', ['1 day']);
    return row?.strays ?? 0;
  }

  private async failing(channel: Channel): Promise<number> {
    const health = (await this.health()).filter((one) => one.channel === channel);
    return percent(sum(health, 'failed'), sum(health, 'tried'));
  }

  private health(): Promise<Health[]> {
    return this.db.door<Health>('sending_health', [SINCE]);
  }
}

const sum = (health: readonly Health[], field: Exclude<keyof Health, 'channel'>): number =>
  health.reduce((total, one) => total + one[field], 0);
const percent = (part: number, whole: number): number => (whole < ENOUGH ? 0 : Math.round((part / whole) * 100));
