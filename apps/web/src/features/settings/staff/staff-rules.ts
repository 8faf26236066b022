import { NO_STANDING, type RightsObstacle, rightsObstacle, type Role, type Standing } from '@keel/contracts';
import type { Member } from '../../../data/members.js';

export type RoleObstacle = 'lastOwner' | RightsObstacle;

export interface Me extends Standing {
  userId: string;
}

/** Who has this address here: somebody who works here is not invited, and whoever is invited gets a new link. */
export function withAddress(typed: string, staff: readonly Member[]): Member | undefined {
  const address = typed.trim().toLowerCase();
  return staff.find(({ email, status }) => status !== 'inactive' && email?.toLowerCase() === address);
}

/** Whether this is the only owner who can sign in: the API keeps a clinic from being without one. */
export function isLastOwner(member: Member, staff: readonly Member[]): boolean {
  const owners = staff.filter(({ status, roles }) => status === 'active' && roles.includes('owner'));
  return owners.length === 1 && owners[0]?.id === member.id;
}

/** Whether the clinic has an owner besides me: they change my rights then, not I. */
const hasOtherOwner = ({ userId }: Me, staff: readonly Member[]): boolean =>
  staff.some((one) => one.status === 'active' && one.roles.includes('owner') && one.userId !== userId);

/** Whether somebody besides me was an owner until lately: I give nothing to myself then. */
const hasLateOwner = ({ userId }: Me, staff: readonly Member[]): boolean => staff.some((one) => one.ownedLately && one.userId !== userId);

function change(me: Me, member: Member | undefined, staff: readonly Member[], to: Standing): RightsObstacle | undefined {
  const from = member?.status === 'active' ? member : NO_STANDING;
  const beside = { otherOwner: hasOtherOwner(me, staff), lateOwner: hasLateOwner(me, staff) };
  return rightsObstacle({ giver: me, own: member?.userId === me.userId, ...beside, from, to });
}

/** Why I may not give this role, or take it where they have it; undefined where I may. The API asks the same. */
export function roleObstacle(me: Me, member: Member | undefined, staff: readonly Member[], role: Role): RoleObstacle | undefined {
  const held = member ?? NO_STANDING;
  const has = held.roles.includes(role);
  if (has && role === 'owner' && member && isLastOwner(member, staff)) return 'lastOwner';
  const roles = has ? held.roles.filter((one) => one !== role) : [...held.roles, role];
  return change(me, member, staff, { roles, chartRight: held.chartRight && roles.includes('owner') });
}

/** Why I may not give the chart right, or take it; undefined where I may. */
export function chartObstacle(me: Me, member: Member, staff: readonly Member[]): RoleObstacle | undefined {
  return change(me, member, staff, { roles: member.roles, chartRight: !member.chartRight });
}

/** Why somebody cannot be deactivated by me, or let in again; undefined where they can. */
export function leaveObstacle(me: Me, member: Member, staff: readonly Member[]): RoleObstacle | 'notYourself' | undefined {
  if (member.status === 'inactive') return change(me, member, staff, member);
  if (member.userId === me.userId) return 'notYourself';
  if (isLastOwner(member, staff)) return 'lastOwner';
  return change(me, member, staff, NO_STANDING);
}

/** Why I cannot send an invitation again, which gives its roles anew. */
export function inviteObstacle(me: Me, invited: Member, staff: readonly Member[]): RoleObstacle | undefined {
  return change(me, undefined, staff, invited);
}
