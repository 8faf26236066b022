import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { type MessageJob, MESSAGES_QUEUE } from './message-clock.js';
import { MessageSender } from './message-sender.js';

// The job of a worker that died is given to another within seconds: patients wait, and a second look at a row is harmless.
const LOCK_MS = 10_000;
const LOOK_FOR_DEAD_MS = 5_000;

@Injectable()
@Processor(MESSAGES_QUEUE, { concurrency: 5, lockDuration: LOCK_MS, stalledInterval: LOOK_FOR_DEAD_MS, maxStalledCount: 10 })
export class MessagesProcessor extends WorkerHost {
  private readonly logger = new Logger(MessagesProcessor.name);

  constructor(private readonly sender: MessageSender) {
    super();
  }

  async process({ data: { clinicId, messageId } }: Job<MessageJob>): Promise<void> {
    try {
      await this.sender.work(clinicId, messageId);
    } catch (error) {
      // The name alone: an error's message may quote the person it is about.
      this.logger.warn(
        { messageId, error: error instanceof Error ? error.name : 'unknown' },
        'A message could not be worked on and is put off',
      );
      await this.sender.postpone(clinicId, messageId);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error: error.name }, 'The message worker will reconnect');
  }
}
