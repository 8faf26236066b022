import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db, type Requester } from '../platform/index.js';
import { Accounts } from './accounts.js';
import { Entrance } from './entrance.js';
import type { FactorChoiceDto, SecondFactorDto } from './factors/factors.dto.js';
import { assertOneOf, SecondFactors } from './factors/second-factors.js';
import { HalfOpenSessions } from './half-open-sessions.js';
import { ProofRefusedError, SignInRefusedError } from './identity.errors.js';
import type { PasswordProof } from './password-proof.js';
import type { ClinicChoiceDto, ClinicChoicesDto, SecondFactorWantedDto, SessionDto, SignInDto } from './session.dto.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** By e-mail address and password, and by a second factor where the person has one. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
    private readonly attempts: SignInAttempts,
    private readonly entrance: Entrance,
    private readonly factors: SecondFactors,
    private readonly halfOpen: HalfOpenSessions,
  ) {}

  async signIn(dto: SignInDto, requester: Requester, reply: FastifyReply): Promise<SessionDto | ClinicChoicesDto | SecondFactorWantedDto> {
    const attempt = await this.attempts.begin({ at: 'password', email: dto.email }, requester);
    const account = await this.accounts.byPassword(dto.email, dto.password);
    const clinics = account ? await this.clinicsOf(account.userId) : [];
    if (!account || clinics.length === 0) {
      await this.attempts.failed(attempt);
      throw new SignInRefusedError();
    }
    await this.attempts.succeeded(attempt, account.proved);
    return (await this.entrance.half(account, requester, reply)) ?? (await this.enter(account, clinics, requester, reply));
  }

  /** @throws ProofRefusedError @throws UnauthenticatedProblem where the password comes first again. */
  async secondFactor(dto: SecondFactorDto, requester: Requester, reply: FastifyReply): Promise<SessionDto | ClinicChoicesDto> {
    assertOneOf(dto, ['code', 'recoveryCode', 'passkey']);
    const half = await this.halfOpen.try(requester);
    const attempt = await this.attempts.begin({ at: 'factor', userId: half.userId }, requester);
    if (!(await this.factors.proves(half.userId, half.id, dto))) {
      await this.attempts.failed(attempt);
      throw new ProofRefusedError();
    }
    await this.attempts.succeeded(attempt, true);
    if (dto.recoveryCode !== undefined) await this.attempts.tell(half.userId, requester, 'recovery_code_used');
    const clinics = await this.clinicsOf(half.userId);
    const proof = await this.halfOpen.close(half);
    if (!proof || clinics.length === 0) throw new SignInRefusedError();
    return this.enter(proof, clinics, requester, reply);
  }

  /** Counts as a try: each makes a new challenge. */
  async choice(requester: Requester): Promise<FactorChoiceDto> {
    const half = await this.halfOpen.try(requester);
    return this.factors.choice(half.userId, half.id);
  }

  private async enter(
    proof: PasswordProof,
    clinics: ClinicChoiceDto[],
    requester: Requester,
    reply: FastifyReply,
  ): Promise<SessionDto | ClinicChoicesDto> {
    const [first, ...others] = clinics;
    if (first && others.length === 0) return this.entrance.enter(proof, first.id, requester, reply);
    await this.entrance.enterUndecided(proof, requester, reply);
    return { clinics };
  }

  private clinicsOf(userId: string): Promise<ClinicChoiceDto[]> {
    return this.db.definerFunction<ClinicChoiceDto>('clinics_of_user', [userId]);
  }
}
