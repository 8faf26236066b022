import { NO_STANDING, type Standing } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Audit, Db, NOT_PERSONAL, now, type Requester, systemCtx, type TxCtx } from '../platform/index.js';
import { Accounts } from './accounts.js';
import { Entrance } from './entrance.js';
import { EmailInUseError, InvitationGoneError } from './identity.errors.js';
import { Invitation } from './invitation.entity.js';
import type { AcceptInvitationDto } from './invitations.dto.js';
import { hashOfToken } from './invitations.service.js';
import { takeMembers, MemberFollowers } from './member-followers.js';
import { RightsService } from './rights.service.js';
import type { SecondFactorWantedDto, SessionDto } from './session.dto.js';

/** Behind an invitation's link. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly entrance: Entrance,
    private readonly rights: RightsService,
    private readonly followers: MemberFollowers,
  ) {}

  /** Makes the invited person a member, with the account of that address or a new one, and lets them in as far as a password does. */
  async accept(
    token: string,
    dto: AcceptInvitationDto,
    requester: Requester,
    reply: FastifyReply,
  ): Promise<SessionDto | SecondFactorWantedDto> {
    const [open] = await this.db.definerFunction<{ id: string; clinicId: string; email: string }>('invitation_by_hash', [
      hashOfToken(token),
    ]);
    if (!open) throw new InvitationGoneError();
    const fresh = { pointer: '/password', about: await this.wordsAbout(open) };
    const account = await this.accounts.join(open.email, dto.password, requester, fresh);
    await this.db.tx(systemCtx(open.clinicId, 'invitation'), async (ctx) => {
      // In the order of those who change members: they go from a member to what the member was given.
      await takeMembers(ctx, null);
      await ctx.tx.query('SELECT * FROM lock_account($1)', [account.userId]);
      const invitation = await ctx.tx.getRepository(Invitation).findOne({
        where: { clinicId: open.clinicId, id: open.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!invitation || invitation.acceptedAt || invitation.revokedAt) throw new InvitationGoneError();
      const from = await this.standingOf(ctx, account.userId);
      await this.assertStillGiven(ctx, invitation, account.userId, from);
      await this.accounts.register(ctx, account, () => new EmailInUseError('/password'));
      await this.join(ctx, invitation, account.userId);
      await this.followers.changed(ctx, { userId: account.userId, from, to: await this.standingOf(ctx, account.userId) });
    });
    return this.entrance.byPassword(account, open.clinicId, requester, reply);
  }

  /** What is known of who was invited: a new password must not be made of it. */
  private async wordsAbout({ id, clinicId }: { id: string; clinicId: string }): Promise<string[]> {
    const sql = `SELECT concat_ws(' ', i.first_name, i.last_name, c.name, c.slug) AS words
      FROM invitation i JOIN clinic c ON c.clinic_id = i.clinic_id WHERE i.id = $1`;
    const rows = await this.db.read<{ words: string }>(systemCtx(clinicId, 'invitation'), NOT_PERSONAL, sql, [id]);
    return rows.map(({ words }) => words);
  }

  private async standingOf(ctx: TxCtx, userId: string): Promise<Standing> {
    return (await this.rights.standingOf(ctx, userId)) ?? NO_STANDING;
  }

  /** Whoever invited must still be one who may give this: rights that were lost since are not given by an older link. */
  private async assertStillGiven(ctx: TxCtx, invitation: Invitation, userId: string, from: Standing): Promise<void> {
    const { roles, invitedBy, firstName, lastName } = invitation;
    const to = { ...from, roles: [...from.roles, ...roles] };
    const change = { userId, name: `${firstName} ${lastName}`, from, to };
    if (await this.rights.obstacle(ctx, change, invitedBy ?? undefined)) throw new InvitationGoneError();
  }

  /** Who works here keeps what they have; who had left gets what the invitation gives and nothing of what they once had. */
  private async join(ctx: TxCtx, invitation: Invitation, userId: string): Promise<void> {
    const { firstName, lastName, roles, practitionerId, invitedBy } = invitation;
    await ctx.tx.query(
      `INSERT INTO membership (clinic_id, id, user_id, first_name, last_name, roles, brought_in_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (clinic_id, user_id) DO UPDATE
       SET roles = CASE WHEN membership.active THEN ARRAY(SELECT DISTINCT unnest(membership.roles || excluded.roles)) ELSE excluded.roles END,
         brought_in_by = CASE WHEN membership.active THEN membership.brought_in_by ELSE excluded.brought_in_by END,
         chart_right = membership.active AND membership.chart_right, active = true, version = membership.version + 1`,
      [ctx.clinicId, invitation.id, userId, firstName, lastName, roles, invitedBy],
    );
    if (practitionerId && roles.includes('practitioner')) {
      // Who is a practitioner here already stays that one.
      await ctx.tx.query(
        `UPDATE practitioner SET user_id = $2, version = version + 1
         WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM practitioner one WHERE one.user_id = $2)`,
        [practitionerId, userId],
      );
    }
    const used = { acceptedAt: now(ctx), version: invitation.version + 1 };
    await ctx.tx.getRepository(Invitation).update({ clinicId: ctx.clinicId, id: invitation.id }, used);
    await this.audit.add(ctx, { what: 'membership', action: 'create', entityId: userId });
  }
}
