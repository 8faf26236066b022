import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { TooManyWaitingError, Turns } from '../turns/turns.js';
import type { PrintDocument } from './print-document.js';
import { PaperTooLongError, Unprintable } from './unprintable.js';

/** A thread cannot read the source that tests run from: there it takes what was built. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/platform/print/print-thread.js' : './print-thread.js',
  import.meta.url,
);
/** A few seconds' work, of which a clinic may have a quarter. */
const ROOM = { atOnce: 1, waiting: 24, waitingOfOne: 6 };
/**
 * The longest paper, in letters of every script, takes six seconds of the processor's time, and on a busy machine many more by the clock.
 * A thread is stopped when it has used so much of the processor's time, and then its paper is at fault; or after so long by the clock, and
 * then the machine was too busy, which says nothing of the paper.
 */
const LONGEST = { cpuMs: 12_000, ms: 90_000 };
const LOOK_EVERY_MS = 1000;
const MEGABYTES = 512;

type Answer = { file: Uint8Array } | { fault: string | undefined } | 'too long' | 'too busy';

/** The one place where papers are printed: in a thread of its own, one at a time, fair between clinics. */
@Injectable()
export class PrintRoom implements OnApplicationShutdown {
  private readonly logger = new Logger(PrintRoom.name);
  private readonly turns = new Turns(ROOM);
  private readonly unprintable = new Unprintable();
  private thread: Worker | undefined;
  /** Hears what becomes of the paper that is being printed. */
  private heard: (answer: Answer) => void = () => {};

  async onApplicationShutdown(): Promise<void> {
    await this.thread?.terminate();
  }

  /**
   * The PDF file of a paper. Nothing is printed for a caller who is `gone` before its turn.
   * @throws TooManyWaitingError, PaperTooLongError
   */
  async print({ clinicId }: Ctx, document: PrintDocument, gone?: AbortSignal): Promise<Buffer> {
    const key = this.unprintable.keyOf(document);
    this.unprintable.refuse(key);
    return this.turns.inTurn(clinicId, () => this.printed(document, key), gone);
  }

  private async printed(document: PrintDocument, key: string): Promise<Buffer> {
    // The same may have been tried while this one waited.
    this.unprintable.refuse(key);
    const thread = (this.thread ??= this.begin());
    const leave = this.watch(thread);
    const answer = await this.answered(thread, document).finally(leave);
    if (answer === 'too busy') throw new TooManyWaitingError();
    if (answer === 'too long') {
      this.unprintable.add(key);
      this.logger.warn({ seconds: LONGEST.cpuMs / 1000, megabytes: MEGABYTES }, 'A paper took more time or memory than any may');
      throw new PaperTooLongError();
    }
    if ('file' in answer) return Buffer.from(answer.file);
    throw new Error(`A paper was not printed: ${answer.fault}`);
  }

  /** Ends a thread that is at its paper for too long. @returns what ends the watch */
  private watch(thread: Worker): () => void {
    const begun = performance.now();
    const before = cpuMsOf(thread);
    let over = false;
    const look = async () => {
      const used = (await cpuMsOf(thread)) - (await before);
      const late = performance.now() - begun > LONGEST.ms;
      if (over || (used <= LONGEST.cpuMs && !late)) return;
      this.end(thread, used > LONGEST.cpuMs ? 'too long' : 'too busy');
      void thread.terminate();
    };
    const looks = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      over = true;
      clearInterval(looks);
    };
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
    thread.on('message', (answer: Answer) => {
      if (this.thread === thread) this.heard(answer);
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.end(thread, 'too long');
      else this.logger.error({ error: error.name }, 'The thread that prints has ended');
    });
    thread.on('exit', () => this.end(thread, { fault: 'the thread has ended' }));
    return thread;
  }

  /** Once: from here on the next paper begins a new thread, and nothing is heard of this one. */
  private end(thread: Worker, answer: Answer): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    this.heard(answer);
  }
}

/** Of a thread's whole life; none where it has ended. */
async function cpuMsOf(thread: Worker): Promise<number> {
  try {
    const { user, system } = await thread.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0;
  }
}
