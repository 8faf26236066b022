import { NO_STANDING, type Page, type Role, type Standing, viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  NOT_PERSONAL,
  NotFoundProblem,
  type PageQuery,
  Problem,
  toPage,
  type TxCtx,
} from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { AlreadyMemberError, PractitionerNotJoinedError } from './identity.errors.js';
import { giverOf, InvitationsService } from './invitations.service.js';
import { keepMembersAs, MemberFollowers, takeMembers } from './member-followers.js';
import { Membership } from './membership.entity.js';
import { ownedLately } from './owned-lately.js';
import { RightsService } from './rights.service.js';
import type { InviteStaffDto, StaffDto, UpdateStaffDto } from './staff.dto.js';

export class LastOwnerError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'LAST_OWNER',
      title: 'A clinic needs an owner',
      detail: 'Make somebody else an owner first; then this membership can be changed.',
    });
  }
}

const COLUMNS = `id, user_id AS "userId", email, first_name AS "firstName", last_name AS "lastName", roles,
  chart_right AS "chartRight", active, status, version, EXISTS (
    SELECT 1 FROM membership m WHERE m.clinic_id = staff_member.clinic_id AND m.id = staff_member.id AND ${ownedLately('m')}
  ) AS "ownedLately"`;

@Injectable()
export class StaffService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly invitations: InvitationsService,
    private readonly rights: RightsService,
    private readonly followers: MemberFollowers,
    private readonly records: AccountRecords,
  ) {}

  /** Invites by e-mail; inviting the same address again sends a new link and makes the older one useless. */
  async invite(ctx: Ctx, dto: InviteStaffDto): Promise<StaffDto> {
    return this.db.tx(ctx, async (ctx) => {
      // Before the clinic, which whoever corrects it holds behind them.
      await keepMembersAs(ctx, 'staff:manage');
      const member = await this.memberOf(ctx, dto.email);
      if (member) throw new AlreadyMemberError(member.id);
      const practitionerId = await this.practitionerToJoin(ctx, dto.email);
      if (practitionerId && !dto.roles.includes('practitioner')) throw new PractitionerNotJoinedError(practitionerId);
      const [from, to] = [await this.invitations.givenTo(ctx, dto.email), { roles: dto.roles, chartRight: false }];
      await this.rights.change(ctx, { userId: undefined, name: nameOf(dto), from, to });
      return this.get(ctx, await this.invitations.invite(ctx, { ...dto, ...(practitionerId && { practitionerId }) }));
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<StaffDto>> {
    const [name, id] = decodeCursor(query.cursor, 'text', 'uuid') ?? ['', '00000000-0000-0000-0000-000000000000'];
    const sql = `SELECT ${COLUMNS} FROM staff_member WHERE (last_name COLLATE person_name, id) > ($1, $2::uuid) ORDER BY last_name COLLATE person_name, id LIMIT $3`;
    const rows = await this.db.read<StaffDto>(ctx, NOT_PERSONAL, sql, [name, id, query.limit + 1]);
    return toPage(rows.map(viewOf('StaffDto', ctx.permissions)), query, (row) => [row.lastName, row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<StaffDto> {
    const [row] = await this.db.read<StaffDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM staff_member WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('member of staff');
    return viewOf('StaffDto', ctx.permissions)(row);
  }

  async update(ctx: Ctx, id: string, dto: UpdateStaffDto, ifMatch: IfMatchValue): Promise<StaffDto> {
    return this.db.tx(ctx, async (ctx) => {
      // Alone, so that two owners cannot both step down at once.
      await takeMembers(ctx, 'staff:manage');
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'staff:read', shows: NOT_PERSONAL });
      const next = afterChange(current, dto);
      const [from, to] = [standing(held(current)), standing(next)];
      await this.rights.change(ctx, { ...about(current), from, to });
      if (current.status === 'invited') return this.updateInvited(ctx, current, dto);
      const returns = next.active && !current.active;
      const changed = { ...next, ...(returns && { broughtInBy: giverOf(ctx) }), version: current.version + 1 };
      await ctx.tx.getRepository(Membership).update({ clinicId: ctx.clinicId, id }, changed);
      const owners = await ctx.tx.query<unknown[]>("SELECT 1 FROM membership WHERE active AND 'owner' = ANY (roles) LIMIT 1");
      if (owners.length === 0) throw new LastOwnerError();
      if (current.active && !next.active && current.userId) await this.endAccess(ctx, current.userId);
      if (current.userId) await this.followers.changed(ctx, { userId: current.userId, from, to });
      await this.audit.add(ctx, { what: 'membership', action: 'update', entityId: id, reason: rolesChange(current.roles, next.roles) });
      return this.get(ctx, id);
    });
  }

  /** Signs a member out of this clinic, who is told where somebody else did it. @throws RightsRefusedError */
  async endSessions(ctx: Ctx, id: string): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      await takeMembers(ctx, 'staff:manage');
      const { userId, roles, chartRight } = await this.get(ctx, id);
      if (!userId) return;
      await this.rights.assertMayEnd(ctx, userId, { roles, chartRight });
      const ended = await this.closeSessions(ctx, userId);
      if (ended > 0 && ctx.actor.id !== userId) await this.records.tell(ctx, userId, 'sessions_ended');
    });
  }

  /**
   * Gives a further role to the active member with this address, and with it what `along` does for their login. False where
   * there is none.
   */
  async addRole(ctx: TxCtx, email: string, role: Role, along: (userId: string) => Promise<unknown>): Promise<boolean> {
    await takeMembers(ctx, 'staff:manage');
    const found = await this.memberOf(ctx, email);
    if (!found) return false;
    const member = await this.get(ctx, found.id);
    const roles = [...new Set([...member.roles, role])];
    const [from, to] = [standing(held(member)), standing({ ...held(member), roles })];
    await this.rights.change(ctx, { ...about(member), from, to });
    if (roles.length > member.roles.length) {
      await ctx.tx.getRepository(Membership).update({ clinicId: ctx.clinicId, id: member.id }, { roles, version: member.version + 1 });
    }
    await this.audit.add(ctx, { what: 'membership', action: 'update', entityId: member.id, reason: rolesChange(member.roles, roles) });
    await along(found.userId);
    await this.followers.changed(ctx, { userId: found.userId, from, to });
    return true;
  }

  /** A member's name by their login, for what they signed or did. */
  async nameOf(ctx: Ctx, userId: string): Promise<string | undefined> {
    const sql = `SELECT first_name || ' ' || last_name AS name FROM membership WHERE user_id = $1`;
    const [row] = await this.db.read<{ name: string }>(ctx, NOT_PERSONAL, sql, [userId]);
    return row?.name;
  }

  /**
   * The logins of those who answer for the privacy of records: the owners other than the person it is about. Where the only
   * owner is that person, the administrators, who may read the audit too; where there is nobody else at all, the person.
   */
  async privacyOwners(ctx: Ctx, about: string): Promise<string[]> {
    const sql = `SELECT user_id AS "userId", 'owner' = ANY (roles) AS owner FROM membership
      WHERE active AND roles && ARRAY['owner', 'admin'] ORDER BY id`;
    const members = await this.db.read<{ userId: string; owner: boolean }>(ctx, NOT_PERSONAL, sql);
    const others = members.filter(({ userId }) => userId !== about);
    const owners = others.filter(({ owner }) => owner);
    const told = [owners, others, members].find((some) => some.length > 0) ?? [];
    return told.map(({ userId }) => userId);
  }

  /** Where to write to an active member, and how to address them. */
  async addressOf(ctx: Ctx, userId: string): Promise<{ email: string; firstName: string } | undefined> {
    const sql = `SELECT e.email, m.first_name AS "firstName" FROM membership m CROSS JOIN email_of_user(m.clinic_id, m.user_id) e
      WHERE m.user_id = $1 AND m.active`;
    const [row] = await this.db.read<{ email: string; firstName: string }>(ctx, NOT_PERSONAL, sql, [userId]);
    return row;
  }

  /** The practitioner of this address who has no login yet: whoever accepts an invitation as one becomes that one. */
  private async practitionerToJoin(ctx: TxCtx, email: string): Promise<string | undefined> {
    const sql = 'SELECT id FROM practitioner WHERE email = $1 AND user_id IS NULL AND active';
    const [practitioner] = await ctx.tx.query<{ id: string }[]>(sql, [email]);
    return practitioner?.id;
  }

  private async memberOf(ctx: TxCtx, email: string): Promise<{ id: string; userId: string } | undefined> {
    const sql = 'SELECT * FROM member_by_address($1, $2)';
    const [member] = await ctx.tx.query<{ id: string; userId: string }[]>(sql, [ctx.clinicId, email]);
    return member;
  }

  private async updateInvited(ctx: TxCtx, invited: StaffDto, dto: UpdateStaffDto): Promise<StaffDto> {
    await this.invitations.change(ctx, invited.id, { ...(dto.roles && { roles: dto.roles }), withdrawn: dto.active === false });
    if (dto.active !== false) return this.get(ctx, invited.id);
    return { ...invited, status: 'inactive', version: invited.version + 1 };
  }

  /** Sessions here end at once, links to and from them too; keys of theirs stop until an owner adopts them. */
  private async endAccess(ctx: TxCtx, userId: string): Promise<void> {
    await this.closeSessions(ctx, userId);
    await ctx.tx.query('UPDATE password_reset SET used_at = clock_timestamp() WHERE user_id = $1 AND used_at IS NULL', [userId]);
    const [stopped] = await ctx.tx.query<[{ id: string }[], number]>(
      `UPDATE api_key SET stopped_at = clock_timestamp(), version = version + 1
       WHERE user_id = $1 AND revoked_at IS NULL AND stopped_at IS NULL RETURNING id`,
      [userId],
    );
    for (const { id } of stopped) await this.audit.add(ctx, { what: 'api-key', action: 'update', entityId: id });
    await this.invitations.withdrawOf(ctx, userId);
  }

  /** @returns how many ended */
  private async closeSessions(ctx: TxCtx, userId: string): Promise<number> {
    const ended = await ctx.tx.query<{ id: string }[]>('SELECT * FROM close_sessions_in($1, $2)', [ctx.clinicId, userId]);
    for (const { id } of ended) await this.audit.add(ctx, { what: 'session', action: 'delete', entityId: id });
    return ended.length;
  }
}

const nameOf = ({ firstName, lastName }: Pick<StaffDto, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

const about = (member: StaffDto) => ({ userId: member.userId ?? undefined, name: nameOf(member) });

type Held = Pick<StaffDto, 'roles' | 'chartRight' | 'active'>;

/** What the record says; an invitation is open until it is withdrawn. */
const held = ({ roles, chartRight, active, status }: StaffDto): Held => ({ roles, chartRight, active: active || status === 'invited' });

/** Whoever owns no more loses the chart right with it; asked for by name, it is refused further on. */
function afterChange(current: StaffDto, { roles, chartRight, active }: UpdateStaffDto): Held {
  const now = held(current);
  const next = { roles: roles ?? now.roles, active: active ?? now.active };
  return { ...next, chartRight: chartRight ?? (now.chartRight && next.roles.includes('owner')) };
}

const standing = ({ roles, chartRight, active }: Held): Standing => (active ? { roles, chartRight } : NO_STANDING);

/** Which roles somebody had and has, in the order of the alphabet; null where they are the same. */
function rolesChange(from: readonly Role[], to: readonly Role[]): string | null {
  const [before, after] = [from, to].map((roles) => roles.toSorted().join(', '));
  return before === after ? null : `roles: ${before} → ${after}`;
}
