import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type TxCtx, UnauthenticatedProblem } from '../platform/index.js';

/** `__Host-` binds the cookie to this host, https and the whole path; browsers take localhost for secure. */
export const SESSION_COOKIE = '__Host-keel';
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** What the browser holds and the database does not: 256 bits of the system's generator, in base64url. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function setSessionCookie(reply: FastifyReply, token: string, expires: Date): void {
  void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, expires });
}

export function renewCookie(reply: FastifyReply, { token, endsAt }: RenewedToken): void {
  setSessionCookie(reply, token, endsAt);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, COOKIE);
}

/**
 * For what outlives the session that makes it, and for a fresh proof, first in the transaction: the request may be on its way while a
 * reset or a new password ends the session, or the cookie that it came with. Programs have no session, and what makes the demo
 * clinic in its people's names has none either.
 * @throws UnauthenticatedProblem where it is over
 */
export async function holdSession(ctx: TxCtx): Promise<void> {
  if (ctx.actor.type !== 'user' || ctx.credentialId === undefined) return;
  const held = await ctx.tx.query<unknown[]>('SELECT * FROM hold_session($1, $2, $3, $4)', [
    ctx.credentialId,
    ctx.actor.id,
    ctx.accessGeneration,
    ctx.clinicId,
  ]);
  if (held.length === 0) throw new UnauthenticatedProblem();
}

export interface RenewedToken {
  token: string;
  endsAt: Date;
}

/**
 * Gives a session a new token once its person has proved who they are, so that a copy of the former one is worth no more than before.
 * @param formerLasts how long the former token still opens what needs no step-up, as a PostgreSQL interval: requests of other windows
 *   may be on their way with it, and an answer may be lost
 */
export async function renewSession(ctx: TxCtx, person: string, use: 'step_up' | 'kept', formerLasts: string): Promise<RenewedToken> {
  const token = newSessionToken();
  const sql = 'SELECT * FROM renew_session($1, $2, $3, $4, $5)';
  const parameters = [ctx.credentialId, person, hashSessionToken(token), formerLasts, use === 'step_up'];
  const [renewed] = await ctx.tx.query<{ endsAt: Date }[]>(sql, parameters);
  if (!renewed) throw new UnauthenticatedProblem();
  return { token, endsAt: renewed.endsAt };
}
