import { createHash } from 'node:crypto';
import { Problem } from '../problems/problem.js';
import type { PrintDocument } from './print-document.js';

/** Printing it took more time or memory than any paper may: the next try would end the same way. */
export class PaperTooLongError extends Problem {
  constructor() {
    super({
      status: 422,
      code: 'PAPER_TOO_LONG',
      title: 'This paper cannot be printed',
      detail: 'There is too much on it. The same again will not print either: shorten its texts, or split them over several papers.',
    });
  }
}

/** Short enough that a paper which met a busy machine gets another chance. */
const KEPT_MS = 20 * 60_000;
const MOST = 1000;

/** Papers that could not be printed, by what they say: they are refused for a while without being tried. */
export class Unprintable {
  /** Until when, the oldest first. */
  private readonly until = new Map<string, number>();

  keyOf(document: PrintDocument): string {
    return createHash('sha256').update(JSON.stringify(document)).digest('base64');
  }

  add(key: string): void {
    this.until.delete(key);
    this.until.set(key, performance.now() + KEPT_MS);
    const [oldest] = this.until.keys();
    if (this.until.size > MOST && oldest !== undefined) this.until.delete(oldest);
  }

  /** @throws PaperTooLongError */
  refuse(key: string): void {
    const until = this.until.get(key);
    if (until !== undefined && until > performance.now()) throw new PaperTooLongError();
  }
}
