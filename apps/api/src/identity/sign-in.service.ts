import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db, type Requester } from '../platform/index.js';
import { SignInRefusedError } from './identity.errors.js';
import { Passwords } from './passwords.js';
import type { ClinicChoiceDto, ClinicChoicesDto, SessionDto, SignInDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimiter } from './sign-in-limiter.js';

/** By e-mail address and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly limiter: SignInLimiter,
    private readonly sessions: SessionsService,
  ) {}

  async signIn(dto: SignInDto, requester: Requester, reply: FastifyReply): Promise<SessionDto | ClinicChoicesDto> {
    await this.limiter.attempt(dto.email, requester.ip);
    const [account] = await this.db.door<{ userId: string; passwordHash: string | null }>('sign_in', [dto.email]);
    const right = await this.passwords.verify(account?.passwordHash, dto.password);
    const clinics = account && right ? await this.db.door<ClinicChoiceDto>('clinics_of_user', [account.userId]) : [];
    if (!account || clinics.length === 0) throw new SignInRefusedError();
    await this.limiter.succeeded(dto.email, requester.ip);
    const only = clinics.length === 1 ? clinics[0] : undefined;
    const token = await this.sessions.open(account.userId, only?.id ?? null, requester, reply);
    if (!only) return { clinics };
    const session = await this.sessions.byToken(token, false);
    if (!session) throw new SignInRefusedError();
    return this.sessions.describe(session);
  }
}
