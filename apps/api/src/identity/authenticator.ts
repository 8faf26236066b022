import { createHash } from 'node:crypto';
import { permissionsOf, type Role, scopesNow } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Passport } from 'passport';
import { Strategy } from 'passport-custom';
import { type Authenticator, Config, type Ctx, Db, routeOf } from '../platform/index.js';
import { ApiKeyExpiredError, ApiKeyFactorlessError, ApiKeyStoppedError, NoClinicChosenError } from './identity.errors.js';
import { ClinicClosedUnprovedError } from './proof/address-proofs.errors.js';
import { SESSION_COOKIE } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

/** A key with the member it acts for, as they are now; without them it is stopped. */
interface KeyRow {
  id: string;
  clinicId: string;
  scopes: string[];
  makerId: string | null;
  roles: Role[] | null;
  chartRight: boolean | null;
  expired: boolean;
  stopped: boolean;
  /** Its clinic was not proved in time. */
  closed: boolean;
  /** The clinic demands a second factor of the member, who has none. */
  factorless: boolean;
}

/** Routes that a browser asks by itself, again and again: they never keep a session alive. */
const POLLING = /^\/api\/v1\/(events|session)$/;
/** A browser that asks by itself on any other route says so by this header. */
const BACKGROUND = 'x-keel-background';

/** Turns a request's API key, or where it presents none its session cookie, into a context. */
@Injectable()
export class IdentityAuthenticator implements Authenticator {
  private readonly passport = new Passport();

  constructor(
    private readonly db: Db,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {
    this.passport.use(
      'api-key',
      this.strategy((request) => this.byKey(request)),
    );
    this.passport.use(
      'session',
      this.strategy((request) => this.bySession(request)),
    );
  }

  authenticate(request: FastifyRequest): Promise<Ctx | undefined> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, ctx: unknown) => (error ? reject(error as Error) : resolve((ctx || undefined) as Ctx | undefined));
      const run = this.passport.authenticate(presentsKey(request) ? 'api-key' : 'session', { session: false }, done) as (
        ...args: unknown[]
      ) => void;
      run(request, {}, reject);
    });
  }

  private strategy(find: (request: FastifyRequest) => Promise<Ctx | undefined>): InstanceType<typeof Strategy> {
    return new Strategy((request, done) => {
      find(request as unknown as FastifyRequest).then((ctx) => done(null, ctx ?? false), done);
    });
  }

  private async byKey(request: FastifyRequest): Promise<Ctx | undefined> {
    const match = /^Bearer (keel_[\w-]{20,100})$/.exec(request.headers.authorization ?? '');
    if (!match?.[1]) return undefined;
    const hash = createHash('sha256').update(match[1]).digest();
    const [key] = await this.db.definerFunction<KeyRow>('api_key_by_hash', [hash, `${this.config.openness.unprovedDays} days`]);
    if (!key) return undefined;
    if (key.expired) throw new ApiKeyExpiredError();
    if (key.closed) throw new ClinicClosedUnprovedError();
    if (key.stopped || !key.makerId || !key.roles) throw new ApiKeyStoppedError();
    if (key.factorless) throw new ApiKeyFactorlessError();
    return {
      clinicId: key.clinicId,
      actor: { type: 'key', id: key.id },
      permissions: scopesNow(key.scopes, { roles: key.roles, chartRight: key.chartRight === true }),
      makerId: key.makerId,
      credentialId: key.id,
      ...origin(request),
    };
  }

  private async bySession(request: FastifyRequest): Promise<Ctx | undefined> {
    const token = request.cookies[SESSION_COOKIE];
    if (!token) return undefined;
    const session = await this.sessions.byToken(token, !POLLING.test(routeOf(request) ?? '') && request.headers[BACKGROUND] === undefined);
    if (!session) return undefined;
    if (!session.clinicId || !session.roles) throw new NoClinicChosenError();
    return {
      clinicId: session.clinicId,
      actor: { type: 'user', id: session.userId },
      permissions: permissionsOf(session.roles, session.chartRight === true),
      credentialId: session.id,
      accessGeneration: session.generation,
      steppedUp: session.steppedUpUntil !== null,
      mustEnrolFactor: session.mustEnrolFactor,
      ...origin(request),
    };
  }
}

/** Whoever presents a key means to act as that key: a wrong one is never taken for the person whose cookie came along. */
function presentsKey(request: FastifyRequest): boolean {
  return /^\s*bearer\b/i.test(request.headers.authorization ?? '');
}

function origin(request: FastifyRequest): { requestId: string; ip: string } {
  return { requestId: request.id, ip: request.ip };
}
