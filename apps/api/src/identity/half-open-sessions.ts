import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db, newId, type Requester, UnauthenticatedProblem } from '../platform/index.js';
import { SignInRefusedError } from './identity.errors.js';
import type { PasswordProof } from './password-proof.js';
import { hashSessionToken as hash, newSessionToken, SESSION_COOKIE, setSessionCookie } from './session-tokens.js';

const LASTS = '10 minutes';
/** After this many wrong proofs the password comes first again. */
const MOST_TRIES = 5;

export interface HalfOpen {
  id: string;
  userId: string;
}

/** Sign-ins whose password was right and whose second factor is still to come. No route but that of the factor takes them for anything. */
@Injectable()
export class HalfOpenSessions {
  constructor(private readonly db: Db) {}

  /** What the browser had open before ends, as at every sign-in. @throws SignInRefusedError where the password was replaced since */
  async open({ userId, generation }: PasswordProof, { cookies }: Requester, reply: FastifyReply): Promise<string> {
    const id = newId();
    const token = newSessionToken();
    const [opened] = await this.db.definerFunction<{ endsAt: Date }>('open_half_session', [id, hash(token), userId, generation, LASTS]);
    if (!opened) throw new SignInRefusedError();
    const former = cookies?.[SESSION_COOKIE];
    if (former) await this.db.definerFunction('close_session', [hash(former)]);
    setSessionCookie(reply, token, opened.endsAt);
    return id;
  }

  /** The half-open session of a request, one try fewer. @throws UnauthenticatedProblem where it is over or has no tries left. */
  async try({ cookies }: Requester): Promise<HalfOpen> {
    const token = cookies?.[SESSION_COOKIE];
    const [half] = token ? await this.db.definerFunction<HalfOpen>('try_half_session', [hash(token), MOST_TRIES]) : [];
    if (!half) throw new UnauthenticatedProblem();
    return half;
  }

  /** What its password proves. Undefined where it was closed meanwhile: by another window, or because its person's password or factors changed. */
  async close({ id, userId }: HalfOpen): Promise<PasswordProof | undefined> {
    const [closed] = await this.db.definerFunction<{ generation: number }>('close_half_session', [id]);
    return closed && { userId, generation: closed.generation };
  }
}
