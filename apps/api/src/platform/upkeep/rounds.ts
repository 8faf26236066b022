import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';

export const ROUNDS_QUEUE = 'rounds';

const LOOK_EVERY_MS = 60_000;
/** A schedule whose next round is overdue by this long has lost the job of it. */
const OVERDUE_MS = 5 * 60_000;
/** The round itself is the record: its next one does not wait for what became of it. */
const ROUND = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

interface Round {
  ms: number;
  run: () => Promise<void>;
}

/** When the first round is due: at the same instant for all processes that ask about it at once, and never sooner than an interval from now. */
export const firstRound = (now: number, ms: number): number => (Math.ceil(now / ms) + 1) * ms;

/** Whether a schedule, as the queue has it, goes on by itself. */
export function goesOn(
  there: { every?: number; next?: number } | undefined,
  { ms, now, boot }: { ms: number; now: number; boot: boolean },
) {
  if (there?.next === undefined) return false;
  // Processes of two releases may differ in the interval for a while: the one that starts has the last word, once.
  if (boot && there.every !== ms) return false;
  // Set by a clock that was ahead once: nothing would come round until the right one is there, too.
  const furthest = 2 * Math.max(ms, there.every ?? ms) + OVERDUE_MS;
  return there.next > now - OVERDUE_MS && there.next < now + furthest;
}

/**
 * Work of the whole house that comes round again: once an interval, however many processes there are, by a schedule in the queue. A
 * round whose process dies is begun anew, or is made up for by the next one: each does what is left to do. The queue may be lost, so
 * every process that works looks now and then whether the schedules go on.
 *
 * What is about one process stays a timer of that process: its ear at the outbox (Relay), the beat of its streams and its look at
 * what they must tell (EventStreams, LiveFeed), its clock (ClockKeeper), its connections (OpenConnections), its print room, the
 * figures that it tells of at /metrics (Alarms). So do looks that bring something on its way within a second (MessageClock), which
 * share out what they find by locks, and the sweep of the queue itself (Sweeper), which must not lean on the queue.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Rounds.name);
  private readonly rounds = new Map<string, Round>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  /** Whether the queue has answered a look since this process began. */
  private compared = false;
  private readonly underWay = new Set<string>();

  constructor(
    private readonly config: Config,
    @InjectQueue(ROUNDS_QUEUE) private readonly queue: Queue,
  ) {}

  /** To be said before the application has started. The name is the round's identity in the queue. */
  every(name: string, ms: number, run: () => Promise<void>): void {
    if (this.rounds.has(name)) throw new Error(`Two rounds are called ${name}; the name is a round's identity in the queue, so rename one`);
    this.rounds.set(name, { ms, run });
  }

  onApplicationBootstrap(): void {
    this.queue.on('error', (error) => this.logger.warn({ error: error.name }, 'The queue lost its connection and will reconnect'));
    if (!this.config.runsWorkers) return;
    void this.look(true);
    this.timer = setInterval(() => void this.look(false), LOOK_EVERY_MS);
  }

  /** A look under way is not waited for: it asks the queue alone, which may never answer, and the end of that ends it. */
  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** One round, whose time has come. One that hangs in this process takes no second place in it: the others need theirs. */
  async run(name: string): Promise<void> {
    const round = this.rounds.get(name);
    if (round) return this.underWay.has(name) ? undefined : this.make(name, round);
    // Of another release or another configuration: where that is running still, its own look brings it back.
    await this.queue.removeJobScheduler(name);
  }

  private async make(name: string, round: Round): Promise<void> {
    this.underWay.add(name);
    try {
      await round.run();
    } finally {
      this.underWay.delete(name);
    }
  }

  /** Whether every schedule goes on; one that does not begins anew. */
  look(boot: boolean): Promise<void> {
    this.looking ??= this.lookAtAll(boot).finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookAtAll(boot: boolean): Promise<void> {
    try {
      for (const [name, { ms }] of this.rounds) {
        const now = Date.now();
        const there = await this.queue.getJobScheduler(name);
        if (goesOn(there, { ms, now, boot: boot || !this.compared })) continue;
        // A schedule of the same interval keeps its next instant, whatever is said of it. One that has passed is made up for: a daily
        // round of a machine that is off at that hour would never be made.
        if (there?.next !== undefined && there.next > now) await this.queue.removeJobScheduler(name);
        await this.queue.upsertJobScheduler(name, { every: ms, startDate: firstRound(now, ms) }, { name, data: {}, opts: ROUND });
      }
      this.compared = true;
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ error: name }, 'The schedule of what comes round again will be looked at in a minute');
    }
  }
}
