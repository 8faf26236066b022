import { permissionsOf, type Permission, type Role } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Assignees, type TxCtx, WorkItems } from '../platform/index.js';
import { keepMembersAs, MemberFollowers } from './member-followers.js';

/** Who may be given work; whoever leaves, or may not do it any more, has it no longer. */
@Injectable()
export class WorkAssignees implements OnModuleInit {
  constructor(
    private readonly assignees: Assignees,
    private readonly items: WorkItems,
    private readonly members: MemberFollowers,
  ) {}

  onModuleInit(): void {
    this.assignees.askedOf((ctx, userId, permission) => this.mayDo(ctx, userId, permission));
    this.members.register((ctx, { userId, to }) => this.items.takeFrom(ctx, userId, permissionsOf(to.roles, to.chartRight)));
  }

  private async mayDo(ctx: TxCtx, userId: string, permission: Permission): Promise<boolean> {
    // Who gives it must be able to do it too, and may have been put out by whoever was waited for.
    await keepMembersAs(ctx, permission);
    const sql = 'SELECT roles, chart_right AS "chartRight" FROM membership WHERE clinic_id = $1 AND user_id = $2 AND active';
    const [member] = await ctx.tx.query<{ roles: Role[]; chartRight: boolean }[]>(sql, [ctx.clinicId, userId]);
    return member !== undefined && permissionsOf(member.roles, member.chartRight).has(permission);
  }
}
