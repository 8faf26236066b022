import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config, Db } from '../../platform/index.js';
import { clinicShare, depthOf, type Pool, POOLS, queueOf } from './pools.js';

export interface MessageJob {
  clinicId: string;
  messageId: string;
  /** When the row wanted to be looked at: where it says something else by now, the job is an old one. */
  nextAt: number;
}

/** Looks that are asked for in between come at most so often. */
const AT_LEAST_APART_MS = 250;

/**
 * Wakes workers for messages whose time has come by the database's clock. The rows hold the time, so a queue that lost its
 * jobs, or a worker that died with one, is put right by the next look. A job is named after the message and the time it was
 * due for: looking again does not add it twice, and the job of a dead worker, which the queue holds on to for a while, does
 * not keep the next one out. Only the next few of each pool are in the queue, so that it is decided as late as possible which clinic
 * comes next: one after the other.
 */
@Injectable()
export class MessageClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MessageClock.name);
  private readonly queues: Readonly<Record<Pool, Queue<MessageJob>>>;
  private readonly looking = new Map<Pool, Promise<void>>();
  private readonly soon = new Map<Pool, NodeJS.Timeout>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** What had left before was most likely in the hands of the process that died, and takes no place of the living. */
  private readonly began = performance.now();

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    @InjectQueue(queueOf('sms')) sms: Queue<MessageJob>,
    @InjectQueue(queueOf('email')) email: Queue<MessageJob>,
    @InjectQueue(queueOf('staff')) staff: Queue<MessageJob>,
  ) {
    this.queues = { sms, email, staff };
  }

  onApplicationBootstrap(): void {
    for (const queue of Object.values(this.queues)) {
      queue.on('error', (error) => this.logger.warn({ error: error.name }, 'The queue lost its connection and will reconnect'));
    }
    if (!this.config.runsWorkers) return;
    const lookEverywhere = () => {
      for (const pool of POOLS) void this.look(pool);
    };
    this.timer = setInterval(lookEverywhere, this.config.messaging.lookEveryMs);
    // What fell due while no worker was there has waited long enough.
    lookEverywhere();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    for (const timer of this.soon.values()) clearTimeout(timer);
    await Promise.all(this.looking.values());
  }

  /** A slot has become free: the next look does not wait for its time. */
  nudge(pool: Pool): void {
    if (this.stopped || this.soon.has(pool)) return;
    const look = () => {
      this.soon.delete(pool);
      void this.look(pool);
    };
    this.soon.set(pool, setTimeout(look, Math.min(AT_LEAST_APART_MS, this.config.messaging.lookEveryMs)));
  }

  /** One look at a pool at a time. */
  private look(pool: Pool): Promise<void> {
    const running = this.looking.get(pool);
    if (running) return running;
    const look = this.wakeDue(pool).finally(() => this.looking.delete(pool));
    this.looking.set(pool, look);
    return look;
  }

  private async wakeDue(pool: Pool): Promise<void> {
    const lease = `${Math.ceil(Math.min(this.config.messaging.leaseMs, performance.now() - this.began))} milliseconds`;
    try {
      const due = await this.db.definerFunction<{ clinicId: string; id: string; nextAt: Date }>('due_messages', [
        pool,
        depthOf(pool),
        clinicShare(pool),
        lease,
      ]);
      if (due.length === 0 || this.stopped) return;
      await this.queues[pool].addBulk(
        due.map(({ clinicId, id, nextAt }) => ({
          name: 'send',
          data: { clinicId, messageId: id, nextAt: nextAt.getTime() },
          // Gone as soon as it ends: what is still due then is added again.
          opts: { jobId: `message-${id}-${nextAt.getTime()}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
        })),
      );
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Due messages will be looked for again');
    }
  }
}
