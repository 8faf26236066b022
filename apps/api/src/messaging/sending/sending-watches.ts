import { Injectable } from '@nestjs/common';
import type { Channel } from '@keel/contracts';
import { Alarms, Config, type Ctx, Db, NOT_PERSONAL } from '../../platform/index.js';

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
    const atLeast = { raisedWhen: 'atLeast' } as const;
    const ownLate = async (ctx: Ctx) => late(await this.healthOf(ctx));
    alarms.watch({
      code: 'messages_late',
      threshold: latePercent,
      ...atLeast,
      read: async () => late(await this.health()),
      clinics: ownLate,
    });
    // They are of no clinic, or it is not known of which: told to one they would be told to the wrong one.
    alarms.watch({ code: 'stray_texts', threshold: strayTexts, ...atLeast, read: () => this.strays(), clinics: 'nothing' });
    for (const channel of ['email', 'sms'] as const) {
      const read = async () => failing(await this.health(), channel);
      const clinics = async (ctx: Ctx) => failing(await this.healthOf(ctx), channel);
      alarms.watch({ code: `${channel}_failing`, threshold: failingPercent, ...atLeast, read, clinics });
    }
  }

  /** Nobody reads them: whose they are is not known, and they may be somebody's only call for help. */
  private async strays(): Promise<number> {
    const [row] = await this.db.definerFunction<{ strays: number }>('stray_texts', ['1 day']);
    return row?.strays ?? 0;
  }

  private health(): Promise<Health[]> {
    return this.db.definerFunction<Health>('sending_health', [SINCE]);
  }

  /** The same of one clinic's messages. */
  private healthOf(ctx: Ctx): Promise<Health[]> {
    return this.db.read<Health>(ctx, NOT_PERSONAL, OWN_HEALTH, [SINCE]);
  }
}

// As the door `sending_health` counts for all.
const OWN_HEALTH = `
  SELECT one.channel, sum(one.tried)::int AS tried, sum(one.failed)::int AS failed, sum(one.begun)::int AS begun, sum(one.late)::int AS late FROM (
    SELECT m.channel, 1 AS tried,
      (a.outcome IN ('retry', 'ambiguous') AND coalesce(a.code, '') <> ALL ('{facts_changed,worker_slept,worker_lost}'))::int AS failed,
      (a.number = 1)::int AS begun, (a.number = 1 AND a.started_at > m.due_at + interval '60 seconds')::int AS late
    FROM message_attempt a JOIN message m ON m.clinic_id = a.clinic_id AND m.id = a.message_id
    WHERE a.started_at > clock_timestamp() - $1::interval
    UNION ALL
    SELECT m.channel, 0, 0, 1, 1 FROM message m WHERE m.next_at < clock_timestamp() - interval '60 seconds' AND m.attempts = 0
  ) AS one GROUP BY one.channel`;

const late = (health: readonly Health[]): number => percent(sum(health, 'late'), sum(health, 'begun'));

function failing(health: readonly Health[], channel: Channel): number {
  const own = health.filter((one) => one.channel === channel);
  return percent(sum(own, 'failed'), sum(own, 'tried'));
}

const sum = (health: readonly Health[], field: Exclude<keyof Health, 'channel'>): number =>
  health.reduce((total, one) => total + one[field], 0);
const percent = (part: number, whole: number): number => (whole < ENOUGH ? 0 : Math.round((part / whole) * 100));
