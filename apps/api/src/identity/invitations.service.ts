import { createHash, randomBytes } from 'node:crypto';
import type { Locale, Role } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Audit,
  Config,
  type Ctx,
  Db,
  newId,
  NotFoundProblem,
  now,
  Outbox,
  Problem,
  type Requester,
  systemCtx,
  type TxCtx,
} from '../platform/index.js';
import { Accounts } from './accounts.js';
import { Invitation } from './invitation.entity.js';
import type { AcceptInvitationDto } from './invitations.dto.js';
import type { SessionDto } from './session.dto.js';
import { SessionsService } from './sessions.service.js';

const DAYS_OPEN = 14;

export class InvitationGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'INVITATION_GONE',
      title: 'This invitation does not open any more',
      detail: 'It was used, withdrawn or is older than two weeks. Ask your clinic to invite you again.',
    });
  }
}

export interface Invitee {
  email: string;
  firstName: string;
  lastName: string;
  roles: Role[];
  practitionerId?: string;
}

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  /** Writes the invitation down; the mail follows from its event. An older one to the same address is withdrawn. */
  async invite(ctx: TxCtx, invitee: Invitee): Promise<string> {
    const id = newId();
    const { email, firstName, lastName, roles, practitionerId } = invitee;
    await ctx.tx.query(
      'UPDATE invitation SET revoked_at = now(), version = version + 1 WHERE email = $1 AND accepted_at IS NULL AND revoked_at IS NULL',
      [email],
    );
    const expiresAt = new Date(now(ctx).getTime() + DAYS_OPEN * 86_400_000);
    await ctx.tx
      .getRepository(Invitation)
      .insert({ clinicId: ctx.clinicId, id, email, firstName, lastName, roles, practitionerId: practitionerId ?? null, expiresAt });
    await this.outbox.add(ctx, 'staff.invited', { invitationId: id });
    await this.audit.add(ctx, { what: 'invitation', action: 'create', entityId: id });
    return id;
  }

  /** Changes what an open invitation gives, or withdraws it. */
  async change(ctx: TxCtx, id: string, change: { roles?: Role[]; withdrawn: boolean }): Promise<void> {
    const changed = await ctx.tx.query<[unknown[], number]>(
      `UPDATE invitation SET roles = coalesce($2, roles), revoked_at = CASE WHEN $3 THEN now() END, version = version + 1
       WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL`,
      [id, change.roles ?? null, change.withdrawn],
    );
    // Accepted a moment ago: the caller reads the member and tries again.
    if (changed[1] === 0) throw new NotFoundProblem('open invitation');
    await this.audit.add(ctx, { what: 'invitation', action: change.withdrawn ? 'delete' : 'update', entityId: id });
  }

  /** What the mail needs, with a fresh link: a repeat of the mail makes the older link useless. Undefined once it is used. */
  async mail(
    ctx: Ctx,
    id: string,
  ): Promise<{ email: string; firstName: string; clinicName: string; locale: Locale; url: string } | undefined> {
    const token = randomBytes(32).toString('base64url');
    return this.db.tx(ctx, async (ctx) => {
      const [rows] = await ctx.tx.query<[{ email: string; firstName: string; clinicName: string; locale: Locale }[], number]>(
        `UPDATE invitation i SET token_hash = $2 FROM clinic c
         WHERE i.id = $1 AND c.clinic_id = i.clinic_id AND i.accepted_at IS NULL AND i.revoked_at IS NULL
         RETURNING i.email::text AS email, i.first_name AS "firstName", c.name AS "clinicName", c.locale`,
        [id, hash(token)],
      );
      const [row] = rows;
      return row ? { ...row, url: `${this.config.publicUrl}/invitation/${token}` } : undefined;
    });
  }

  /** Makes the invited person a member, with the account of that address or a new one, and signs them in. */
  async accept(token: string, dto: AcceptInvitationDto, requester: Requester, reply: FastifyReply): Promise<SessionDto> {
    const [open] = await this.db.door<{ id: string; clinicId: string; email: string }>('invitation_by_hash', [hash(token)]);
    if (!open) throw new InvitationGoneError();
    const account = await this.accounts.prove(open.email, dto.password, requester.ip, '/password');
    await this.db.tx(systemCtx(open.clinicId, 'invitation'), async (ctx) => {
      const invitation = await ctx.tx.getRepository(Invitation).findOne({
        where: { clinicId: open.clinicId, id: open.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!invitation || invitation.acceptedAt || invitation.revokedAt) throw new InvitationGoneError();
      await this.accounts.register(ctx, account, '/password');
      await this.join(ctx, invitation, account.userId);
    });
    const session = await this.sessions.byToken(await this.sessions.open(account.userId, open.clinicId, requester, reply), false);
    if (!session) throw new NotFoundProblem('session');
    return this.sessions.describe(session);
  }

  private async join(ctx: TxCtx, invitation: Invitation, userId: string): Promise<void> {
    const { firstName, lastName, roles, practitionerId } = invitation;
    await ctx.tx.query(
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (clinic_id, user_id) DO UPDATE
       SET roles = ARRAY(SELECT DISTINCT unnest(membership.roles || excluded.roles)), active = true, version = membership.version + 1`,
      [ctx.clinicId, invitation.id, userId, firstName, lastName, roles],
    );
    if (practitionerId) {
      await ctx.tx.query('UPDATE practitioner SET user_id = $2, version = version + 1 WHERE id = $1', [practitionerId, userId]);
    }
    const used = { acceptedAt: now(ctx), version: invitation.version + 1 };
    await ctx.tx.getRepository(Invitation).update({ clinicId: ctx.clinicId, id: invitation.id }, used);
    await this.audit.add(ctx, { what: 'membership', action: 'create', entityId: userId });
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
