import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Requester } from '../platform/index.js';
import { SecondFactors } from './factors/second-factors.js';
import { HalfOpenSessions } from './half-open-sessions.js';
import { SignInRefusedError } from './identity.errors.js';
import type { PasswordProof } from './password-proof.js';
import type { SecondFactorWantedDto, SessionDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

/** The one way in: whoever proved a password here, by whatever page, comes no further than their second factor lets them. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactors,
    private readonly halfOpen: HalfOpenSessions,
  ) {}

  /** After a right password: opens a session of this clinic, or what stands before one. */
  async byPassword(
    proof: PasswordProof,
    clinicId: string,
    requester: Requester,
    reply: FastifyReply,
  ): Promise<SessionDto | SecondFactorWantedDto> {
    return (await this.half(proof, requester, reply)) ?? (await this.enter(proof, clinicId, requester, reply));
  }

  /** A half-open session, where the person has a second factor. */
  async half(proof: PasswordProof, requester: Requester, reply: FastifyReply): Promise<SecondFactorWantedDto | undefined> {
    if ((await this.factors.confirmed(proof.userId)).length === 0) return undefined;
    const half = await this.halfOpen.open(proof, requester, reply);
    return { secondFactor: await this.factors.choice(proof.userId, half) };
  }

  /** For who has proved all that is asked of them. */
  async enter(proof: PasswordProof, clinicId: string, requester: Requester, reply: FastifyReply): Promise<SessionDto> {
    const token = await this.sessions.open(proof, clinicId, requester, reply);
    const session = await this.sessions.byToken(token, false);
    if (!session) throw new SignInRefusedError();
    return this.sessions.describe(session);
  }

  /** The same before a clinic is chosen: the session opens nothing but the choice. */
  async enterUndecided(proof: PasswordProof, requester: Requester, reply: FastifyReply): Promise<void> {
    await this.sessions.open(proof, null, requester, reply);
  }
}
