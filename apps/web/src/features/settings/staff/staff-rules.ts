import type { Role } from '@keel/contracts';
import type { Member } from './staff.queries.js';

export type RoleObstacle = 'lastOwner' | 'ownerOnly';

/** Whether this is the only owner who can sign in: the API keeps a clinic from being without one. */
export function isLastOwner(member: Member, staff: readonly Member[]): boolean {
  const owners = staff.filter(({ status, roles }) => status === 'active' && roles.includes('owner'));
  return owners.length === 1 && owners[0]?.id === member.id;
}

/** Why somebody may not change whether another is an owner; undefined where they may. */
export function ownerObstacle(me: readonly Role[], member: Member | undefined, staff: readonly Member[]): RoleObstacle | undefined {
  if (!me.includes('owner')) return 'ownerOnly';
  return member && isLastOwner(member, staff) ? 'lastOwner' : undefined;
}

/** Why somebody cannot be deactivated by me; undefined where they can. */
export function leaveObstacle(
  me: { userId: string; roles: readonly Role[] },
  member: Member,
  staff: readonly Member[],
): RoleObstacle | 'notYourself' | undefined {
  if (member.userId === me.userId) return 'notYourself';
  return member.roles.includes('owner') ? ownerObstacle(me.roles, member, staff) : undefined;
}
