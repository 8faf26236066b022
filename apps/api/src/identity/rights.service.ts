import { givesAnything, NO_STANDING, rightsObstacle, type RightsObstacle, type Standing } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { assertSteppedUp, PersonOnlyProblem, Problem, type TxCtx } from '../platform/index.js';
import { type ChangedRights, RightsNotices } from './rights-notices.service.js';

const WHY: Readonly<Record<RightsObstacle, { code: string; title: string; detail: string }>> = {
  ownerOnly: {
    code: 'OWNER_ONLY',
    title: 'Only an owner gives this',
    detail: 'Owners make and change owners, and open charts to somebody. Ask an owner of the clinic to do this.',
  },
  ownRights: {
    code: 'OWN_RIGHTS',
    title: 'Nobody gives rights to themselves',
    detail: 'You can give up what you have. For more, ask an owner of the clinic.',
  },
  otherOwner: {
    code: 'OTHER_OWNER',
    title: 'Another owner gives this to you',
    detail: 'Your clinic has another owner: ask them to change your rights. Only the sole owner of a clinic may do it themselves.',
  },
  chartRightOfOwners: {
    code: 'CHART_RIGHT_OF_OWNERS',
    title: 'The chart right is for owners',
    detail: 'Make them an owner first, or a practitioner, who reads the charts of their own patients.',
  },
  beyondGiver: {
    code: 'BEYOND_GIVER',
    title: 'You cannot give what you do not have',
    detail: 'Choose roles that may do no more than you may, or ask an owner of the clinic.',
  },
};

export class RightsRefusedError extends Problem {
  constructor(readonly obstacle: RightsObstacle) {
    super({ status: 403, ...WHY[obstacle] });
  }
}

/** Every way to a right goes through here: staff, practitioners, invitations and their acceptance. */
@Injectable()
export class RightsService {
  constructor(private readonly notices: RightsNotices) {}

  /**
   * Lets the change through, and tells the owners where it opens charts or makes or unmakes an owner.
   *
   * @throws RightsRefusedError, StepUpRequiredError
   */
  async change(ctx: TxCtx, of: ChangedRights): Promise<void> {
    const obstacle = await this.obstacle(ctx, of, giverOf(ctx));
    if (obstacle) throw new RightsRefusedError(obstacle);
    if (givesAnything(of)) assertSteppedUp(ctx);
    await this.notices.tell(ctx, of);
  }

  /** Why the caller, or who invited, may not change rights so; undefined where they may. */
  async obstacle(ctx: TxCtx, { userId, from, to }: ChangedRights, giverId: string | undefined): Promise<RightsObstacle | undefined> {
    if (giverId === undefined) return undefined;
    const giver = (await this.standingOf(ctx, giverId)) ?? NO_STANDING;
    const own = giverId === userId;
    return rightsObstacle({ giver, own, otherOwner: own && (await this.hasOtherOwner(ctx, giverId)), from, to });
  }

  /** True where the caller, an owner, may open charts to somebody else: whoever may not prepares, and an owner does it. */
  async givesClinical(ctx: TxCtx): Promise<boolean> {
    if (ctx.actor.type !== 'user') return ctx.actor.type === 'system';
    const giver = await this.standingOf(ctx, ctx.actor.id);
    return giver?.roles.includes('owner') ?? false;
  }

  /** What an active member holds now. */
  async standingOf(ctx: TxCtx, userId: string): Promise<Standing | undefined> {
    const sql = 'SELECT roles, chart_right AS "chartRight" FROM membership WHERE user_id = $1 AND active';
    const [row] = await ctx.tx.query<Standing[]>(sql, [userId]);
    return row;
  }

  private async hasOtherOwner(ctx: TxCtx, userId: string): Promise<boolean> {
    const sql = "SELECT 1 FROM membership WHERE active AND 'owner' = ANY (roles) AND user_id <> $1 LIMIT 1";
    return (await ctx.tx.query<unknown[]>(sql, [userId])).length > 0;
  }
}

/** Undefined for Keel itself. @throws PersonOnlyProblem for keys and links. */
function giverOf({ actor }: TxCtx): string | undefined {
  if (actor.type === 'system') return undefined;
  if (actor.type !== 'user') throw new PersonOnlyProblem();
  return actor.id;
}
