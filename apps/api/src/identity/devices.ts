import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db, type Requester } from '../platform/index.js';
import type { PasswordProof } from './password-proof.js';

const DEVICE_COOKIE = '__Host-keel-device';
const YEAR_SECONDS = 365 * 86_400;

/** Tells browsers that somebody has signed in from apart from new ones, by a cookie that stays when one signs out. */
@Injectable()
export class Devices {
  constructor(private readonly db: Db) {}

  /** The hash of this browser's cookie where this account was signed in to from it before; guesses from elsewhere do not slow it down. */
  async known({ email, userId }: { email?: string; userId?: string }, requester: Requester): Promise<Buffer | undefined> {
    const token = requester.cookies?.[DEVICE_COOKIE];
    if (!token) return undefined;
    const hash = hashOf(token);
    const found = await this.db.definerFunction('is_known_device', [email ?? null, userId ?? null, hash]);
    return found.length > 0 ? hash : undefined;
  }

  /** Remembers the browser. True where it is a new one of somebody who has signed in from others. */
  async remember({ userId, generation }: PasswordProof, requester: Requester, reply: FastifyReply): Promise<boolean> {
    const token = requester.cookies?.[DEVICE_COOKIE] ?? randomBytes(32).toString('base64url');
    const [device] = await this.db.definerFunction<{ known: boolean; others: boolean }>('know_device', [userId, generation, hashOf(token)]);
    void reply.setCookie(DEVICE_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: YEAR_SECONDS });
    return device !== undefined && !device.known && device.others;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(`device ${token}`).digest();
}
