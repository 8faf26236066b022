import type { Page, Role } from '@keel/contracts';
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
import { AlreadyMemberError } from './identity.errors.js';
import { InvitationsService } from './invitations.service.js';
import { Membership } from './membership.entity.js';
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

export class OwnerOnlyError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'OWNER_ONLY',
      title: 'Only an owner makes or changes an owner',
      detail: 'Ask an owner of the clinic to do this.',
    });
  }
}

const COLUMNS = `id, user_id AS "userId", email, first_name AS "firstName", last_name AS "lastName", roles,
  chart_right AS "chartRight", active, status, version`;

@Injectable()
export class StaffService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly invitations: InvitationsService,
  ) {}

  /** Invites by e-mail; inviting the same address again sends a new link and makes the older one useless. */
  async invite(ctx: Ctx, dto: InviteStaffDto): Promise<StaffDto> {
    return this.db.tx(ctx, async (ctx) => {
      if (dto.roles.includes('owner')) await this.assertOwner(ctx);
      const member = await this.memberOf(ctx, dto.email);
      if (member) throw new AlreadyMemberError(member.id);
      return this.get(ctx, await this.invitations.invite(ctx, dto));
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<StaffDto>> {
    const [name, id] = decodeCursor(query.cursor, 'text', 'uuid') ?? ['', '00000000-0000-0000-0000-000000000000'];
    const sql = `SELECT ${COLUMNS} FROM staff_member WHERE (last_name, id) > ($1, $2::uuid) ORDER BY last_name, id LIMIT $3`;
    const rows = await this.db.read<StaffDto>(ctx, NOT_PERSONAL, sql, [name, id, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.lastName, row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<StaffDto> {
    const [row] = await this.db.read<StaffDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM staff_member WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('member of staff');
    return row;
  }

  async update(ctx: Ctx, id: string, dto: UpdateStaffDto, ifMatch: IfMatchValue): Promise<StaffDto> {
    return this.db.tx(ctx, async (ctx) => {
      // Every membership is locked, so that two owners cannot both step down at once.
      await ctx.tx.query('SELECT 1 FROM membership ORDER BY id FOR UPDATE');
      const current = await this.get(ctx, id);
      assertVersion(ifMatch, current.version, current);
      if (current.roles.includes('owner') || dto.roles?.includes('owner')) await this.assertOwner(ctx);
      if (current.status === 'invited') return this.updateInvited(ctx, current, dto);
      await ctx.tx.getRepository(Membership).update({ clinicId: ctx.clinicId, id }, { ...dto, version: current.version + 1 });
      const owners = await ctx.tx.query<unknown[]>("SELECT 1 FROM membership WHERE active AND 'owner' = ANY (roles) LIMIT 1");
      if (owners.length === 0) throw new LastOwnerError();
      await this.audit.add(ctx, { what: 'membership', action: 'update', entityId: id });
      return this.get(ctx, id);
    });
  }

  /** Gives a further role to the active member with this address, and tells their login; undefined where there is none. */
  async addRole(ctx: TxCtx, email: string, role: Role): Promise<string | undefined> {
    const member = await this.memberOf(ctx, email);
    if (!member) return undefined;
    await ctx.tx.query(
      `UPDATE membership SET roles = ARRAY(SELECT DISTINCT unnest(roles || $2::text)), version = version + 1
       WHERE id = $1 AND NOT $2 = ANY (roles)`,
      [member.id, role],
    );
    await this.audit.add(ctx, { what: 'membership', action: 'update', entityId: member.id });
    return member.userId;
  }

  /** A member's name by their login, for what they signed or did. */
  async nameOf(ctx: Ctx, userId: string): Promise<string | undefined> {
    const sql = `SELECT first_name || ' ' || last_name AS name FROM membership WHERE user_id = $1`;
    const [row] = await this.db.read<{ name: string }>(ctx, NOT_PERSONAL, sql, [userId]);
    return row?.name;
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

  private async assertOwner(ctx: TxCtx): Promise<void> {
    if (ctx.actor.type === 'system') return;
    const sql = "SELECT 1 FROM membership WHERE user_id::text = $1 AND active AND 'owner' = ANY (roles)";
    const owner = ctx.actor.type === 'user' && (await ctx.tx.query<unknown[]>(sql, [ctx.actor.id])).length > 0;
    if (!owner) throw new OwnerOnlyError();
  }
}
