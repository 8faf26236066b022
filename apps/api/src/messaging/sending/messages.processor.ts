import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { MissedTexts } from '../webhooks/missed-texts.js';
import { MessageClock, type MessageJob } from './message-clock.js';
import { MessageSender } from './message-sender.js';
import { type Pool, queueOf, SLOTS } from './pools.js';

// The job of a worker that died is given to another within seconds, however often: patients wait, and a second look at a row
// is harmless.
const WORKER = { lockDuration: 5_000, stalledInterval: 2_500, maxStalledCount: 1_000_000 };

/** Works off one pool; what fails in it is put off and never lost. */
@Injectable()
abstract class MessagesProcessor extends WorkerHost {
  private readonly logger = new Logger(MessagesProcessor.name);
  protected abstract readonly pool: Pool;

  constructor(
    private readonly sender: MessageSender,
    private readonly clock: MessageClock,
  ) {
    super();
  }

  async process({ data: { clinicId, messageId, nextAt } }: Job<MessageJob>): Promise<void> {
    try {
      await this.sender.work(clinicId, messageId, nextAt);
    } catch (error) {
      // The name alone: an error's message may quote the person it is about.
      this.logger.warn(
        { messageId, error: error instanceof Error ? error.name : 'unknown' },
        'A message could not be worked on and is put off',
      );
      await this.sender.postpone(clinicId, messageId);
    } finally {
      this.clock.nudge(this.pool);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error: error.name }, 'The message worker will reconnect');
  }
}

@Injectable()
@Processor(queueOf('sms'), { ...WORKER, concurrency: SLOTS.sms })
export class SmsProcessor extends MessagesProcessor {
  protected readonly pool = 'sms';

  constructor(
    sender: MessageSender,
    clock: MessageClock,
    private readonly missed: MissedTexts,
  ) {
    super(sender, clock);
  }

  /** Somebody may have said "stop" while nobody was there to hear it. */
  override async process(job: Job<MessageJob>): Promise<void> {
    await this.missed.ready;
    await super.process(job);
  }
}

@Injectable()
@Processor(queueOf('email'), { ...WORKER, concurrency: SLOTS.email })
export class EmailProcessor extends MessagesProcessor {
  protected readonly pool = 'email';
}

@Injectable()
@Processor(queueOf('staff'), { ...WORKER, concurrency: SLOTS.staff })
export class StaffMailProcessor extends MessagesProcessor {
  protected readonly pool = 'staff';
}
