import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/index.js';
import { TooManySignInsError } from './identity.errors.js';

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;
const REMEMBERED = 50_000;

interface Failures {
  count: number;
  until: number;
}

/**
 * Counts failed sign-ins by account and by network address. An unknown account is counted like a known one. The counts
 * live in this process: several API processes multiply the allowance by their number.
 */
@Injectable()
export class SignInLimiter {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly config: Config) {}

  /** @throws TooManySignInsError */
  check(email: string, ip: string): void {
    if (!this.config.rateLimit) return;
    for (const [key, allowed] of this.keys(email, ip)) {
      const known = this.failures.get(key);
      if (known && known.until > Date.now() && known.count >= allowed) {
        throw new TooManySignInsError(Math.ceil((known.until - Date.now()) / 1000));
      }
    }
  }

  failed(email: string, ip: string): void {
    if (this.failures.size > REMEMBERED) this.failures.clear();
    for (const [key] of this.keys(email, ip)) {
      const known = this.failures.get(key);
      if (known && known.until > Date.now()) known.count++;
      else this.failures.set(key, { count: 1, until: Date.now() + WINDOW_MS });
    }
  }

  succeeded(email: string, ip: string): void {
    const [account] = this.keys(email, ip);
    if (account) this.failures.delete(account[0]);
  }

  private keys(email: string, ip: string): [string, number][] {
    const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
    return [
      [`account ${account} ${ip}`, PER_ACCOUNT],
      [`address ${ip}`, PER_ADDRESS],
    ];
  }
}
