import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Rounds, ROUNDS_QUEUE } from './rounds.js';

// A long round holds up no other; one whose process died is given to another within seconds.
const WORKER = { concurrency: 10, lockDuration: 10_000, stalledInterval: 5_000 };

/** Makes the rounds whose time has come, in whichever process is free. */
@Injectable()
@Processor(ROUNDS_QUEUE, WORKER)
export class RoundsProcessor extends WorkerHost {
  private readonly logger = new Logger(RoundsProcessor.name);

  constructor(private readonly rounds: Rounds) {
    super();
  }

  process(job: Job): Promise<void> {
    return this.rounds.run(job.name);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.logger.warn({ round: job?.name, error: error.name }, 'A round failed; the next one makes up for it');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn({ error: error.name }, 'The worker of rounds will reconnect');
  }
}
