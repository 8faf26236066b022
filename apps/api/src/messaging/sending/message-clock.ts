import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config, Db } from '../../platform/index.js';

export const MESSAGES_QUEUE = 'messages';
const AT_MOST = 200;

export interface MessageJob {
  clinicId: string;
  messageId: string;
}

/**
 * Wakes workers for messages whose time has come. The rows hold the time, so a queue that lost its jobs, or a worker that died
 * with one, is put right by the next look. A job is named after the message and the time it was due for: looking again does not
 * add it twice, and the job of a dead worker, which the queue holds on to for a while, does not keep the next one out.
 */
@Injectable()
export class MessageClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MessageClock.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
    @InjectQueue(MESSAGES_QUEUE) private readonly queue: Queue<MessageJob>,
  ) {}

  onApplicationBootstrap(): void {
    this.queue.on('error', (error) => this.logger.warn({ error: error.name }, 'The queue lost its connection and will reconnect'));
    if (!this.config.runsWorkers) return;
    this.timer = setInterval(() => void this.look(), this.config.messaging.lookEveryMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): Promise<void> {
    this.looking ??= this.wakeDue().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async wakeDue(): Promise<void> {
    try {
      const due = await this.db.door<{ clinicId: string; id: string; nextAt: Date }>('due_messages', [AT_MOST]);
      if (due.length === 0) return;
      await this.queue.addBulk(
        due.map(({ clinicId, id, nextAt }) => ({
          name: 'send',
          data: { clinicId, messageId: id },
          // Gone as soon as it ends: what is still due then is added again.
          opts: { jobId: `message-${id}-${nextAt.getTime()}`, attempts: 1, removeOnComplete: true, removeOnFail: true },
        })),
      );
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Due messages will be looked for again');
    }
  }
}
