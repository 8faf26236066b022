import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { networkOf } from './network.js';
import { type Allowance, RateLimits, type Verdict } from './rate-limits.js';

/** By network, of callers whose cookie or key was not found good lately: enough for a whole clinic that opens in the morning. */
const UNPROVEN: Allowance = { name: 'unproven', calls: 300, seconds: 30 };
const PROVEN_MS = 600_000;
const REMEMBERED = 20_000;

/**
 * Who a call is counted as before anybody has asked the database who it is. Forged cookies and keys are counted by network
 * and refused there; a cookie or key that was found good a moment ago is not, so that a flood from one machine does not
 * shut out its neighbours behind the same router.
 */
@Injectable()
export class Callers {
  /** Hashes of good credentials, and until when they are taken for that. */
  private readonly proven = new Map<string, number>();

  constructor(private readonly limits: RateLimits) {}

  /** Counts a call that is not known to come with a good credential; undefined for the others. */
  async count(request: FastifyRequest): Promise<Verdict | undefined> {
    return this.provenKey(request) === undefined ? this.limits.take(UNPROVEN, networkOf(request.ip)) : undefined;
  }

  /** The authenticator knew this credential: the call does not count, nor do those that follow. */
  async proved(request: FastifyRequest): Promise<void> {
    const credential = credentialOf(request);
    if (credential === undefined) return;
    const known = this.proven.delete(credential);
    if (this.proven.size >= REMEMBERED) this.proven.delete(this.proven.keys().next().value ?? '');
    this.proven.set(credential, Date.now() + PROVEN_MS);
    if (!known) await this.limits.giveBack(UNPROVEN, networkOf(request.ip));
  }

  /** The authenticator did not know it, or not any more. */
  refuted(request: FastifyRequest): void {
    this.proven.delete(credentialOf(request) ?? '');
  }

  /** Names a call by its good credential; undefined where it has none. */
  provenKey(request: FastifyRequest): string | undefined {
    const credential = credentialOf(request);
    return credential !== undefined && (this.proven.get(credential) ?? 0) > Date.now() ? credential : undefined;
  }
}

/** A hash, since what opens a session is kept nowhere. */
function credentialOf({ headers }: FastifyRequest): string | undefined {
  const { authorization, cookie } = headers;
  if (authorization === undefined && cookie === undefined) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([authorization, cookie]))
    .digest('base64url');
}
