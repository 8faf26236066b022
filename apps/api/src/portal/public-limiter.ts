import { Injectable } from '@nestjs/common';
import { Config } from '../platform/index.js';
import { TooManyPublicCallsError } from './portal.errors.js';

const WINDOW_MS = 60_000;
const PER_ADDRESS = 60;
const REMEMBERED = 50_000;

/** Calls without sign-in, counted by network address: enough for a family behind one router, useless for guessing. */
@Injectable()
export class PublicLimiter {
  private readonly calls = new Map<string, { count: number; until: number }>();

  constructor(private readonly config: Config) {}

  /** @throws TooManyPublicCallsError */
  count(ip: string, at = Date.now()): void {
    if (!this.config.rateLimit) return;
    if (this.calls.size > REMEMBERED) this.calls.clear();
    const known = this.calls.get(ip);
    if (!known || known.until <= at) {
      this.calls.set(ip, { count: 1, until: at + WINDOW_MS });
      return;
    }
    if (++known.count > PER_ADDRESS) throw new TooManyPublicCallsError(Math.ceil((known.until - at) / 1000));
  }
}
