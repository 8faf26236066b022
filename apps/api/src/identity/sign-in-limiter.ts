import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/index.js';
import { TooManySignInsError } from './identity.errors.js';

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;
const REMEMBERED = 50_000;

interface Attempts {
  count: number;
  until: number;
}

/**
 * Counts failed sign-ins by account and by network address. An unknown account is counted like a known one. The counts
 * live in this process: several API processes multiply the allowance by their number.
 */
@Injectable()
export class SignInLimiter {
  private readonly attempts = new Map<string, Attempts>();

  constructor(private readonly config: Config) {}

  /**
   * Counts an attempt before it is made, so that many at once cannot slip past together.
   *
   * @throws TooManySignInsError
   */
  attempt(email: string, ip: string): void {
    if (!this.config.rateLimit) return;
    const keys = this.keys(email, ip);
    for (const [key, allowed] of keys) {
      const known = this.current(key);
      if (known && known.count >= allowed) throw new TooManySignInsError(Math.ceil((known.until - Date.now()) / 1000));
    }
    if (this.attempts.size > REMEMBERED) this.attempts.clear();
    for (const [key] of keys) {
      const known = this.current(key);
      if (known) known.count++;
      else this.attempts.set(key, { count: 1, until: Date.now() + WINDOW_MS });
    }
  }

  /** Only failures stay counted. */
  succeeded(email: string, ip: string): void {
    const [account, address] = this.keys(email, ip);
    if (account) this.attempts.delete(account[0]);
    const known = address && this.current(address[0]);
    if (known) known.count--;
  }

  private current(key: string): Attempts | undefined {
    const known = this.attempts.get(key);
    return known && known.until > Date.now() ? known : undefined;
  }

  private keys(email: string, ip: string): [string, number][] {
    const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
    return [
      [`account ${account} ${ip}`, PER_ACCOUNT],
      [`address ${ip}`, PER_ADDRESS],
    ];
  }
}
