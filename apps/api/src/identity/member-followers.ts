import type { Permission, Standing } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { sent, type TxCtx } from '../platform/index.js';
import { assertStillMay } from './still-may.js';

/** What a member held and holds; one who is deactivated holds nothing. */
export interface ChangedMember {
  userId: string;
  from: Standing;
  to: Standing;
}

/**
 * What a floor above does when a member's rights change, whoever brought them in, or which practitioner they are, in the
 * transaction of the change, which has the members to itself.
 */
export type MemberFollower = (ctx: TxCtx, changed: ChangedMember) => Promise<void>;

// No lock of rows: those are shared past whoever waits to change them, so that somebody who goes on working could not be put
// out, and every new row that refers to a member would wait for them.
const MEMBERS = "hashtextextended('member' || $1, 0)";

/**
 * Alone with the members of the clinic to the end of the transaction: before anything else that is done to one. Whoever waited
 * must still have the permission that the route asked for; null where nobody was asked.
 *
 * @throws UnauthenticatedProblem, ApiKeyStoppedError, ForbiddenProblem
 */
export async function takeMembers(ctx: TxCtx, asked: Permission | null): Promise<void> {
  await ctx.tx.query(`SELECT pg_advisory_xact_lock(${MEMBERS})`, [ctx.clinicId]);
  if (asked) await assertStillMay(ctx, asked);
}

/** What the members may do stays as it is to the end of the transaction, for all who ask so together. */
export function keepMembers(ctx: TxCtx): void {
  sent(ctx, `SELECT pg_advisory_xact_lock_shared(${MEMBERS})`, [ctx.clinicId]);
}

/**
 * For what is done to others and changes no member: it waits for whoever puts the caller out, and is not done then.
 *
 * @throws UnauthenticatedProblem, ApiKeyStoppedError, ForbiddenProblem
 */
export async function keepMembersAs(ctx: TxCtx, asked: Permission): Promise<void> {
  keepMembers(ctx);
  await assertStillMay(ctx, asked);
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
