import { type Page, permissionsOf, type Role } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Config,
  type Ctx,
  Db,
  decodeCursor,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  type PageQuery,
  type Requester,
  toPage,
} from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { deviceOf } from './device.js';
import { Devices } from './devices.js';
import { SecondFactors } from './factors/second-factors.js';
import { SignInRefusedError } from './identity.errors.js';
import type { PasswordProof } from './password-proof.js';
import { AddressProofsService } from './proof/address-proofs.service.js';
import type { OwnSessionDto, SessionDto } from './session.dto.js';
import { clearSessionCookie, hashSessionToken as hash, newSessionToken, SESSION_COOKIE, setSessionCookie } from './session-tokens.js';

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface ActiveSession {
  id: string;
  userId: string;
  /** Of what opens the person's account. */
  generation: number;
  clinicId: string | null;
  roles: Role[] | null;
  chartRight: boolean | null;
  endsAt: Date;
  /** Null where it is longer ago that the person proved who they are. */
  steppedUpUntil: Date | null;
  mustEnrolFactor: boolean;
}

/** Opaque sessions, kept as hashes, with an idle and an absolute limit. Both are measured by the database's clock. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
    private readonly factors: SecondFactors,
    private readonly proofs: AddressProofsService,
    private readonly devices: Devices,
    private readonly records: AccountRecords,
  ) {}

  /**
   * Opens a session and sets its cookie; the raw token leaves only in the cookie. What the browser had open before ends, whoever's it
   * was. A browser that is new to the person is told of.
   *
   * @throws SignInRefusedError where the password was replaced since
   */
  async open(proof: PasswordProof, clinicId: string | null, requester: Requester, reply: FastifyReply): Promise<string> {
    const { userId, generation } = proof;
    if (clinicId) await this.proofs.assertOpen(asUser(clinicId, userId));
    const id = newId();
    const token = newSessionToken();
    const [opened] = await this.db.definerFunction<{ endsAt: Date }>('open_session', [
      id,
      hash(token),
      userId,
      generation,
      clinicId,
      `${this.config.sessionAbsoluteHours} hours`,
      requester.ip,
      deviceOf(requester.userAgent),
    ]);
    if (!opened) throw new SignInRefusedError();
    const former = requester.cookies?.[SESSION_COOKIE];
    if (former) await this.db.definerFunction('close_session', [hash(former)]);
    setSessionCookie(reply, token, opened.endsAt);
    if (clinicId) await this.records.inClinic(clinicId, userId, requester, { what: 'session', action: 'sign_in', entityId: id });
    if (await this.devices.remember(proof, requester, reply)) await this.records.alert(userId, requester, 'new_device');
    return token;
  }

  async byToken(token: string, extend: boolean): Promise<ActiveSession | undefined> {
    const [session] = await this.db.definerFunction<ActiveSession>('session_by_hash', [hash(token), this.idle, extend]);
    return session;
  }

  async choose(token: string, session: ActiveSession, clinicId: string, requester: Requester): Promise<SessionDto> {
    // First, so that nobody learns of a clinic that is not theirs whether it is there, or closed.
    const theirs = await this.db.definerFunction<{ id: string }>('clinics_of_user', [session.userId]);
    if (!theirs.some(({ id }) => id === clinicId)) throw new NotFoundProblem('clinic');
    await this.proofs.assertOpen(asUser(clinicId, session.userId));
    const [chosen] = await this.db.definerFunction('choose_clinic', [session.id, session.userId, clinicId]);
    const there = chosen && (await this.byToken(token, false));
    if (!there?.clinicId) throw new NotFoundProblem('clinic');
    await this.records.inClinic(clinicId, there.userId, requester, { what: 'session', action: 'sign_in', entityId: there.id });
    return this.describe(there);
  }

  async close(token: string, requester: Requester, reply: FastifyReply): Promise<void> {
    const [ended] = await this.db.definerFunction<{ id: string; userId: string; clinicId: string | null }>('close_session', [hash(token)]);
    if (ended?.clinicId) {
      await this.records.inClinic(ended.clinicId, ended.userId, requester, { what: 'session', action: 'sign_out', entityId: ended.id });
    }
    clearSessionCookie(reply);
  }

  /** The person's own sessions in all their clinics, the newest first. */
  async list(ctx: Ctx, query: PageQuery): Promise<Page<OwnSessionDto>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [LAST_ID];
    const rows = await this.db.definerFunction<Omit<OwnSessionDto, 'current'>>('sessions_of_user', [
      ctx.actor.id,
      this.idle,
      before,
      query.limit + 1,
    ]);
    return toPage(
      rows.map((row) => ({ ...row, current: row.id === ctx.credentialId })),
      query,
      (row) => [row.id],
    );
  }

  /** Who is signed in, where, and what they may do. */
  async describe(session: ActiveSession): Promise<SessionDto> {
    if (!session.clinicId || !session.roles) throw new SignInRefusedError();
    const ctx = asUser(session.clinicId, session.userId);
    const [me] = await this.db.read<Pick<SessionDto, 'user' | 'clinic' | 'roles' | 'chartRight' | 'practitionerId'>>(
      ctx,
      NOT_PERSONAL,
      SELF,
      [session.userId],
    );
    const [account] = await this.db.definerFunction<{ email: string }>('email_of_user', [session.clinicId, session.userId]);
    if (!me || !account) throw new SignInRefusedError();
    const methods = await this.factors.methods(session.userId);
    return {
      ...me,
      user: { ...me.user, email: account.email },
      permissions: [...permissionsOf(session.roles, session.chartRight === true)],
      idleSeconds: this.config.sessionIdleMinutes * 60,
      endsAt: session.endsAt,
      steppedUpUntil: session.steppedUpUntil,
      stepUpMethods: methods.length > 0 ? methods : ['password'],
      mustEnrolFactor: session.mustEnrolFactor,
    };
  }

  private get idle(): string {
    return `${this.config.sessionIdleMinutes} minutes`;
  }
}

const SELF = `
  SELECT json_build_object('id', m.user_id, 'firstName', m.first_name, 'lastName', m.last_name) AS "user",
    json_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'timeZone', c.time_zone, 'country', c.country,
      'region', c.region, 'currency', c.currency, 'locale', c.locale, 'proved', c.proved_at IS NOT NULL) AS clinic,
    m.roles, m.chart_right AS "chartRight",
    (SELECT p.id FROM practitioner p WHERE p.user_id = m.user_id) AS "practitionerId"
  FROM membership m JOIN clinic c ON c.clinic_id = m.clinic_id WHERE m.user_id = $1 AND m.active`;

function asUser(clinicId: string, userId: string): Ctx {
  return { clinicId, actor: { type: 'user', id: userId }, permissions: new Set(), requestId: newId() };
}
