import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Turns } from '../turns/turns.js';
import type { PrintDocument } from './print-document.js';

/** A thread cannot read the source that tests run from: there it takes what was built. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/platform/print/print-thread.js' : './print-thread.js',
  import.meta.url,
);
/** A few seconds' work, of which a clinic may have half. */
const ROOM = { atOnce: 1, waiting: 24, waitingOfOne: 12 };
/** The longest paper takes a few seconds: a thread that is still at it has lost its way and is ended. */
const LONGEST_MS = 30_000;
const MEGABYTES = 512;

type Answer = { file: Uint8Array } | { fault: string | undefined };

/** The one place where papers are printed: in a thread of its own, one at a time, fair between clinics. */
@Injectable()
export class PrintRoom implements OnApplicationShutdown {
  private readonly logger = new Logger(PrintRoom.name);
  private readonly turns = new Turns(ROOM);
  private thread: Worker | undefined;
  /** Hears what becomes of the paper that is being printed. */
  private heard: (answer: Answer) => void = () => {};

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  /** The PDF file of a paper. @throws TooManyWaitingError */
  print({ clinicId }: Ctx, document: PrintDocument): Promise<Buffer> {
    return this.turns.inTurn(clinicId, () => this.printed(document));
  }

  private async printed(document: PrintDocument): Promise<Buffer> {
    const thread = (this.thread ??= this.begin());
    const tooLong = setTimeout(() => void thread.terminate(), LONGEST_MS);
    try {
      const answer = await this.answered(thread, document);
      if ('file' in answer) return Buffer.from(answer.file);
      throw new Error(`A paper was not printed: ${answer.fault}`);
    } finally {
      clearTimeout(tooLong);
    }
  }

  private answered(thread: Worker, document: PrintDocument): Promise<Answer> {
    return new Promise((resolve) => {
      this.heard = resolve;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(document);
    });
  }

  /** At the first paper: the printer and its fonts take memory that most processes never need. */
  private begin(): Worker {
    const thread = new Worker(THREAD, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    // Nobody waits for the next paper alone.
    thread.unref();
    thread.on('message', (answer: Answer) => this.heard(answer));
    thread.on('error', (error) => this.logger.error({ error: error.name }, 'The thread that prints has ended'));
    thread.on('exit', () => {
      if (this.thread === thread) this.thread = undefined;
      this.heard({ fault: 'the thread has ended' });
    });
    return thread;
  }
}
