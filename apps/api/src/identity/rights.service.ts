import {
  NO_STANDING,
  permissionsOf,
  type RightsChange,
  rightsObstacle,
  type RightsObstacle,
  SOLE_OWNER_AFTER_DAYS,
  type Standing,
} from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { assertSteppedUp, PersonOnlyProblem, Problem, type TxCtx } from '../platform/index.js';
import { keepMembers } from './member-followers.js';
import { ownedLately } from './owned-lately.js';
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
  soleTooRecently: {
    code: 'SOLE_OWNER_TOO_RECENT',
    title: 'You have not been the sole owner for long enough',
    detail: `Somebody else was an owner within the last ${SOLE_OWNER_AFTER_DAYS} days, and is told of this by mail. Wait until then.`,
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

type Beside = Pick<RightsChange, 'otherOwner' | 'lateOwner'>;
const ALONE: Beside = { otherOwner: false, lateOwner: false };

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
    // Taking as well as giving: a session that was left open must not put the other owners out.
    assertSteppedUp(ctx);
    await this.notices.tell(ctx, of);
  }

  /** Tells the other owners where the sign-in of an owner is reset. */
  tellOfReset(ctx: TxCtx, userId: string): Promise<void> {
    return this.notices.tellOfReset(ctx, userId);
  }

  /** Tells the owners where one who is none has corrected the address of a practitioner who was invited. */
  tellOfAddress(ctx: TxCtx, person: string): Promise<void> {
    return this.notices.tellOfAddress(ctx, person);
  }

  /**
   * Lets the caller end a member's ways in here, as for a lost device: their own, or another's where they might end the membership.
   *
   * @throws RightsRefusedError
   */
  async assertMayEnd(ctx: TxCtx, userId: string, from: Standing): Promise<void> {
    const obstacle = await this.obstacle(ctx, { userId, name: '', from, to: NO_STANDING }, giverOf(ctx));
    if (obstacle) throw new RightsRefusedError(obstacle);
  }

  /** Why the caller, or who invited, may not change rights so; undefined where they may. */
  async obstacle(ctx: TxCtx, { userId, from, to }: ChangedRights, giverId: string | undefined): Promise<RightsObstacle | undefined> {
    if (giverId === undefined) return undefined;
    const giver = (await this.standingOf(ctx, giverId)) ?? NO_STANDING;
    const own = giverId === userId;
    return rightsObstacle({ giver, own, ...(own ? await this.ownersBeside(ctx, giverId) : ALONE), from, to });
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

  /** True for an active member who may read charts; they cannot lose that before the transaction ends. */
  async readsCharts(ctx: TxCtx, userId: string): Promise<boolean> {
    keepMembers(ctx);
    const held = await this.standingOf(ctx, userId);
    return held !== undefined && permissionsOf(held.roles, held.chartRight).has('chart:read');
  }

  private async ownersBeside(ctx: TxCtx, userId: string): Promise<Beside> {
    const sql = `SELECT coalesce(bool_or(m.active AND 'owner' = ANY (m.roles)), false) AS "otherOwner",
      coalesce(bool_or(${ownedLately('m')}), false) AS "lateOwner" FROM membership m WHERE m.user_id <> $1`;
    const [beside] = await ctx.tx.query<Beside[]>(sql, [userId]);
    return beside ?? ALONE;
  }
}

/** Undefined for Keel itself. @throws PersonOnlyProblem for keys and links. */
function giverOf({ actor }: TxCtx): string | undefined {
  if (actor.type === 'system') return undefined;
  if (actor.type !== 'user') throw new PersonOnlyProblem();
  return actor.id;
}
