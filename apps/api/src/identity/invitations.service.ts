import { createHash, randomBytes } from 'node:crypto';
import type { Role, Standing, StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Config, type Ctx, Db, newId, NotFoundProblem, now, Outbox, type TxCtx } from '../platform/index.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLimitError } from './proof/address-proofs.errors.js';
import { holdSession } from './session-tokens.js';

const DAYS_OPEN = 14;
const OPEN = 'accepted_at IS NULL AND revoked_at IS NULL';

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
    private readonly config: Config,
  ) {}

  /** Writes the invitation down; the mail follows from its event. An older one to the same address is withdrawn. */
  async invite(ctx: TxCtx, invitee: Invitee): Promise<string> {
    const id = newId();
    const { email, firstName, lastName, roles, practitionerId } = invitee;
    await holdSession(ctx);
    await this.assertAllowance(ctx);
    await this.withdraw(ctx, 'email = $1', [email]);
    const expiresAt = new Date(now(ctx).getTime() + DAYS_OPEN * 86_400_000);
    await ctx.tx.getRepository(Invitation).insert({
      clinicId: ctx.clinicId,
      id,
      email,
      firstName,
      lastName,
      roles,
      practitionerId: practitionerId ?? null,
      invitedBy: giverOf(ctx),
      expiresAt,
    });
    await this.outbox.add(ctx, 'staff.invited', { invitationId: id });
    await this.audit.add(ctx, { what: 'invitation', action: 'create', entityId: id });
    return id;
  }

  /** What an open invitation of this address gives; nobody else invites it before the transaction ends. */
  async givenTo(ctx: TxCtx, email: string): Promise<Standing> {
    await this.holdClinic(ctx);
    const sql = `SELECT DISTINCT unnest(roles) AS role FROM invitation WHERE email = $1 AND ${OPEN}`;
    const given = await ctx.tx.query<{ role: Role }[]>(sql, [email]);
    return { roles: given.map(({ role }) => role), chartRight: false };
  }

  /** Ends what a member who has left gave or was given and nobody has accepted yet. */
  async withdrawOf(ctx: TxCtx, userId: string): Promise<void> {
    const [account] = await ctx.tx.query<{ email: string }[]>('SELECT * FROM email_of_user($1, $2)', [ctx.clinicId, userId]);
    await this.withdraw(ctx, '(invited_by = $1 OR email = $2)', [userId, account?.email ?? null]);
  }

  /** Ends what was sent to somebody who is to be this practitioner. */
  async withdrawFor(ctx: TxCtx, practitionerId: string): Promise<void> {
    await this.withdraw(ctx, 'practitioner_id = $1', [practitionerId]);
  }

  /** Whose they are `where` says; each that ends is written down. */
  private async withdraw(ctx: TxCtx, where: string, parameters: unknown[]): Promise<void> {
    const sql = `UPDATE invitation SET revoked_at = now(), version = version + 1 WHERE ${where} AND ${OPEN} RETURNING id`;
    const [ended] = await ctx.tx.query<[{ id: string }[], number]>(sql, parameters);
    for (const { id } of ended) await this.audit.add(ctx, { what: 'invitation', action: 'delete', entityId: id });
  }

  /** Changes what an open invitation gives, or withdraws it. */
  async change(ctx: TxCtx, id: string, change: { roles?: Role[]; withdrawn: boolean }): Promise<void> {
    await holdSession(ctx);
    const changed = await ctx.tx.query<[unknown[], number]>(
      `UPDATE invitation SET roles = coalesce($2, roles), invited_by = CASE WHEN $2 IS NULL THEN invited_by ELSE $4 END, revoked_at = CASE WHEN $3 THEN now() END, version = version + 1
       WHERE id = $1 AND ${OPEN}`,
      [id, change.roles ?? null, change.withdrawn, giverOf(ctx)],
    );
    // Accepted a moment ago: the caller reads the member and tries again.
    if (changed[1] === 0) throw new NotFoundProblem('open invitation');
    await this.audit.add(ctx, { what: 'invitation', action: change.withdrawn ? 'delete' : 'update', entityId: id });
  }

  /** What the mail needs, with a fresh link: a repeat of the mail makes the older link useless. Undefined once it is used. */
  async mail(ctx: Ctx, id: string): Promise<{ email: string; clinicName: string; locale: StatedLocale; url: string } | undefined> {
    const token = randomBytes(32).toString('base64url');
    return this.db.tx(ctx, async (ctx) => {
      const [rows] = await ctx.tx.query<[{ email: string; clinicName: string; locale: StatedLocale }[], number]>(
        `UPDATE invitation i SET token_hash = $2 FROM clinic c
         WHERE i.id = $1 AND c.clinic_id = i.clinic_id AND i.accepted_at IS NULL AND i.revoked_at IS NULL
         RETURNING i.email::text AS email, c.name AS "clinicName", c.locale`,
        [id, hashOfToken(token)],
      );
      const [row] = rows;
      return row ? { ...row, url: `${this.config.publicUrl}/invitation/${token}` } : undefined;
    });
  }

  /** An unproved clinic holds a few ready; a proved one writes so many a day. */
  private async assertAllowance(ctx: TxCtx): Promise<void> {
    const proved = await this.holdClinic(ctx);
    const [{ written } = { written: 0 }] = await ctx.tx.query<{ written: number }[]>(
      `SELECT count(*)::integer AS written FROM invitation WHERE created_at > now() - interval '1 day' OR NOT $1`,
      [proved],
    );
    const { invitationsPerDay, unprovedInvitations } = this.config.openness;
    const most = proved ? invitationsPerDay : unprovedInvitations;
    if (written >= most) throw new InvitationLimitError(most, proved);
  }

  /** Locked, so that many at once cannot slip past together. @returns whether its address is proved */
  private async holdClinic(ctx: TxCtx): Promise<boolean> {
    const [clinic] = await ctx.tx.query<{ provedAt: Date | null }[]>(
      'SELECT proved_at AS "provedAt" FROM clinic WHERE id = $1 FOR NO KEY UPDATE',
      [ctx.clinicId],
    );
    return clinic?.provedAt !== null;
  }
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The member whose right it is that the invitation gives. */
export const giverOf = ({ actor }: Ctx): string | null => (actor.type === 'user' ? actor.id : null);
