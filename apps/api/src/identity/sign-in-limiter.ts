import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Allowance, networkOf, RateLimits } from '../platform/index.js';
import { TooManySignInsError } from './identity.errors.js';

const SECONDS = 15 * 60;
const PER_ACCOUNT: Allowance = { name: 'sign-in-account', calls: 10, seconds: SECONDS };
const PER_NETWORK: Allowance = { name: 'sign-in-network', calls: 50, seconds: SECONDS };

/** Counts failed sign-ins by account and network, and by network alone. An unknown account is counted like a known one. */
@Injectable()
export class SignInLimiter {
  constructor(private readonly limits: RateLimits) {}

  /**
   * Counts an attempt before it is made, so that many at once cannot slip past together. Takes a folded address (see foldAddress).
   *
   * @throws TooManySignInsError
   */
  async attempt(email: string, ip: string): Promise<void> {
    const { account, network } = keys(email, ip);
    for (const [allowance, key] of [[PER_ACCOUNT, account] as const, [PER_NETWORK, network] as const]) {
      const { allowed, resetSeconds } = await this.limits.take(allowance, key);
      if (!allowed) throw new TooManySignInsError(resetSeconds);
    }
  }

  /**
   * Only failures stay counted. An unproved account takes back its own attempt alone: whoever signs up with somebody's address
   * must not forget the guesses at that somebody's password.
   */
  async succeeded(email: string, ip: string, proved: boolean): Promise<void> {
    const { account, network } = keys(email, ip);
    const forgiven = proved ? this.limits.forget(PER_ACCOUNT, account) : this.limits.giveBack(PER_ACCOUNT, account);
    await Promise.all([forgiven, this.limits.giveBack(PER_NETWORK, network)]);
  }
}

function keys(email: string, ip: string): { account: string; network: string } {
  const network = networkOf(ip);
  const account = createHash('sha256').update(email).digest('base64url');
  return { account: `${account} ${network}`, network };
}
