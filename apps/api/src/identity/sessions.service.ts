import { createHash, randomBytes } from 'node:crypto';
import { permissionsOf, type Role } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config, type Ctx, Db, newId, NOT_PERSONAL, NotFoundProblem, type Requester } from '../platform/index.js';
import { SignInRefusedError } from './identity.errors.js';
import { Passwords } from './passwords.js';
import type { ClinicChoiceDto, ClinicChoicesDto, SessionDto, SignInDto } from './session.dto.js';
import { SignInLimiter } from './sign-in-limiter.js';

/** `__Host-` binds the cookie to this host, https and the whole path; browsers take localhost for secure. */
export const SESSION_COOKIE = '__Host-keel';

export interface ActiveSession {
  id: string;
  userId: string;
  clinicId: string | null;
  roles: Role[] | null;
  chartRight: boolean | null;
}

/** Opaque sessions, kept as hashes, with an idle and an absolute limit. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly limiter: SignInLimiter,
  ) {}

  async signIn(dto: SignInDto, requester: Requester, reply: FastifyReply): Promise<SessionDto | ClinicChoicesDto> {
    this.limiter.attempt(dto.email, requester.ip);
    const [account] = await this.db.door<{ userId: string; passwordHash: string | null }>('sign_in', [dto.email]);
    const right = await this.passwords.verify(account?.passwordHash, dto.password);
    const clinics = account && right ? await this.db.door<ClinicChoiceDto>('clinics_of_user', [account.userId]) : [];
    if (!account || clinics.length === 0) throw new SignInRefusedError();
    this.limiter.succeeded(dto.email, requester.ip);
    const only = clinics.length === 1 ? clinics[0] : undefined;
    const token = await this.open(account.userId, only?.id ?? null, reply);
    if (!only) return { clinics };
    const session = await this.byToken(token, false);
    if (!session) throw new SignInRefusedError();
    return this.describe(session);
  }

  /** Opens a session and sets its cookie; the raw token leaves only in the cookie. */
  async open(userId: string, clinicId: string | null, reply: FastifyReply): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const ends = new Date(Date.now() + this.config.sessionAbsoluteHours * 3_600_000);
    await this.db.door('open_session', [newId(), hash(token), userId, clinicId, ends]);
    void reply.setCookie(SESSION_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', expires: ends });
    return token;
  }

  async byToken(token: string, extend: boolean): Promise<ActiveSession | undefined> {
    const [session] = await this.db.door<ActiveSession>('session_by_hash', [
      hash(token),
      `${this.config.sessionIdleMinutes} minutes`,
      extend,
    ]);
    return session;
  }

  async choose(session: ActiveSession, clinicId: string): Promise<SessionDto> {
    const [chosen] = await this.db.door('choose_clinic', [session.id, session.userId, clinicId]);
    if (!chosen) throw new NotFoundProblem('clinic');
    const [membership] = await this.db.read<{ roles: Role[]; chartRight: boolean }>(
      asUser(clinicId, session.userId),
      NOT_PERSONAL,
      'SELECT roles, chart_right AS "chartRight" FROM membership WHERE user_id = $1 AND active',
      [session.userId],
    );
    if (!membership) throw new NotFoundProblem('clinic');
    return this.describe({ ...session, clinicId, ...membership });
  }

  async close(token: string, reply: FastifyReply): Promise<void> {
    await this.db.door('close_session', [hash(token)]);
    void reply.clearCookie(SESSION_COOKIE, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
  }

  /** Who is signed in, where, and what they may do. */
  async describe(session: ActiveSession): Promise<SessionDto> {
    if (!session.clinicId || !session.roles) throw new SignInRefusedError();
    const ctx = asUser(session.clinicId, session.userId);
    const [me] = await this.db.read<Omit<SessionDto, 'permissions'>>(ctx, NOT_PERSONAL, SELF, [session.userId]);
    const [account] = await this.db.door<{ email: string }>('email_of_user', [session.clinicId, session.userId]);
    if (!me || !account) throw new SignInRefusedError();
    return {
      ...me,
      user: { ...me.user, email: account.email },
      permissions: [...permissionsOf(session.roles, session.chartRight === true)],
    };
  }
}

const SELF = `
  SELECT json_build_object('id', m.user_id, 'firstName', m.first_name, 'lastName', m.last_name) AS "user",
    json_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'timeZone', c.time_zone, 'country', c.country,
      'region', c.region, 'currency', c.currency, 'locale', c.locale) AS clinic,
    m.roles, m.chart_right AS "chartRight",
    (SELECT p.id FROM practitioner p WHERE p.user_id = m.user_id) AS "practitionerId"
  FROM membership m JOIN clinic c ON c.clinic_id = m.clinic_id WHERE m.user_id = $1 AND m.active`;

function asUser(clinicId: string, userId: string): Ctx {
  return { clinicId, actor: { type: 'user', id: userId }, permissions: new Set(), requestId: newId() };
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
