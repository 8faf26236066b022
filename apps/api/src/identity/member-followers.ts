import type { Standing } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { TxCtx } from '../platform/index.js';

/** What a member held and holds; one who is deactivated holds nothing. */
export interface ChangedMember {
  userId: string;
  from: Standing;
  to: Standing;
}

/**
 * What a floor above does when a member's rights change, whoever brought them in, or which practitioner they are, in the
 * transaction of the change, which has locked every membership.
 */
export type MemberFollower = (ctx: TxCtx, changed: ChangedMember) => Promise<void>;

/** In one order, whoever changes them: first of all that a transaction does to members. */
export async function lockMembers(ctx: TxCtx): Promise<void> {
  await ctx.tx.query('SELECT 1 FROM membership ORDER BY id FOR UPDATE');
}

/** The floors above put themselves on this list at boot, so that what somebody was let into follows their rights: nobody calls upward. */
@Injectable()
export class MemberFollowers {
  private readonly followers: MemberFollower[] = [];

  register(follower: MemberFollower): void {
    this.followers.push(follower);
  }

  /** One after the other, since they share a connection. */
  async changed(ctx: TxCtx, changed: ChangedMember): Promise<void> {
    for (const follow of this.followers) await follow(ctx, changed);
  }
}
