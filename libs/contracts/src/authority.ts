import { CLINICAL_ROLES, CLINICAL_PERMISSIONS, type Permission, permissionsOf, type Role } from './permissions/index.js';

/** What somebody holds in a clinic, or would. */
export interface Standing {
  roles: readonly Role[];
  chartRight: boolean;
}

/** Of nobody yet: one who is invited, or who was deactivated. */
export const NO_STANDING: Standing = { roles: [], chartRight: false };

/** How long after another owner has ceased to be one the remaining one counts as the sole owner, who may give to themselves. */
export const SOLE_OWNER_AFTER_DAYS = 7;

export interface RightsChange {
  /** Who changes it. */
  giver: Standing;
  /** True where somebody changes their own rights. */
  own: boolean;
  /** True where the clinic has an active owner besides the giver. */
  otherOwner: boolean;
  /** True where somebody besides the giver was an owner within the last `SOLE_OWNER_AFTER_DAYS`. */
  lateOwner: boolean;
  from: Standing;
  to: Standing;
}

/** Why rights may not be changed so. */
export type RightsObstacle = 'ownerOnly' | 'ownRights' | 'otherOwner' | 'soleTooRecently' | 'chartRightOfOwners' | 'beyondGiver';

const isOwner = ({ roles }: Standing): boolean => roles.includes('owner');
const clinicalRoles = ({ roles }: Standing): Role[] => CLINICAL_ROLES.filter((role) => roles.includes(role));
const permissions = ({ roles, chartRight }: Standing): ReadonlySet<Permission> => permissionsOf(roles, chartRight);

/**
 * True where clinical content opens to somebody by this change, now or as soon as another right of theirs is given up: a
 * clinical role and the chart right count by themselves, whatever else the person holds.
 */
export function givesClinical(change: Pick<RightsChange, 'from' | 'to'>): boolean {
  return givesChartRight(change) || givesClinicalRole(change);
}

/** All charts open to them. */
export const givesChartRight = ({ from, to }: Pick<RightsChange, 'from' | 'to'>): boolean => to.chartRight && !from.chartRight;

/** The charts of those whom they treat open to them. */
export const givesClinicalRole = ({ from, to }: Pick<RightsChange, 'from' | 'to'>): boolean =>
  clinicalRoles(to).some((role) => !from.roles.includes(role));

/** True where a clinical role ends by this change, or all that let somebody read charts. */
export function losesClinical({ from, to }: Pick<RightsChange, 'from' | 'to'>): boolean {
  const left = clinicalRoles(to);
  if (clinicalRoles(from).some((role) => !left.includes(role))) return true;
  return from.chartRight && !to.chartRight && left.length === 0;
}

/** True where somebody may do something by this change that they may not do now. */
export function givesAnything({ from, to }: Pick<RightsChange, 'from' | 'to'>): boolean {
  const before = permissions(from);
  const more = [...permissions(to)].some((permission) => !before.has(permission));
  return more || givesClinical({ from, to }) || (isOwner(to) && !isOwner(from));
}

/**
 * Who may change whose rights, for every way in which they change. Giving up is free to everybody. Nobody gives to
 * themselves, but the only owner, who has nobody to ask, and has not just put the other out. Ownership and whatever is clinical is an owner's to give, and an
 * owner's membership an owner's to change; others give at most what they have. The chart right belongs to owners: whoever
 * else reads charts does so by a clinical role and a relationship of care.
 */
export function rightsObstacle({ giver, own, otherOwner, lateOwner, from, to }: RightsChange): RightsObstacle | undefined {
  const gives = givesAnything({ from, to });
  if (!own && !isOwner(giver) && (isOwner(from) || isOwner(to))) return 'ownerOnly';
  if (!gives) return undefined;
  if (own && !isOwner(giver)) return 'ownRights';
  if (own && otherOwner) return 'otherOwner';
  if (own && lateOwner) return 'soleTooRecently';
  if (givesClinical({ from, to }) && !isOwner(giver)) return 'ownerOnly';
  if (to.chartRight && !from.chartRight && !isOwner(to)) return 'chartRightOfOwners';
  const held = permissions(giver);
  const beyond = [...permissions(to)].some((one) => !permissions(from).has(one) && !held.has(one) && !CLINICAL_PERMISSIONS.includes(one));
  return beyond ? 'beyondGiver' : undefined;
}

/** What a key may do at this moment: its scopes, and of them only what the member it acts for may do now. */
export function scopesNow(scopes: readonly string[], maker: Standing): Set<Permission> {
  const held = permissions(maker);
  return new Set([...held].filter((permission) => scopes.includes(permission)));
}
