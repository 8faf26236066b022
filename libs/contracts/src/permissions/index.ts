import { BILLING_PERMISSIONS } from './billing.js';
import { CLINICAL_MODULE_PERMISSIONS } from './clinical.js';
import { IDENTITY_PERMISSIONS } from './identity.js';
import { MESSAGING_PERMISSIONS } from './messaging.js';
import { PATIENTS_PERMISSIONS } from './patients.js';
import { PLATFORM_PERMISSIONS } from './platform.js';
import { REPORTING_PERMISSIONS } from './reporting.js';
import type { Role } from './roles.js';
import { SCHEDULING_PERMISSIONS } from './scheduling.js';

export { CLINICAL_ROLES, type Role, ROLES } from './roles.js';

/**
 * Every permission, declared with its module: whether it opens clinical content, and who has it. A new one states both there,
 * so that nobody gets it by being left out of a list. A route names the permission it needs; boot fails where a route names none.
 */
const PERMISSION_TABLE = {
  ...PLATFORM_PERMISSIONS,
  ...IDENTITY_PERMISSIONS,
  ...PATIENTS_PERMISSIONS,
  ...SCHEDULING_PERMISSIONS,
  ...CLINICAL_MODULE_PERMISSIONS,
  ...BILLING_PERMISSIONS,
  ...MESSAGING_PERMISSIONS,
  ...REPORTING_PERMISSIONS,
};

export type Permission = keyof typeof PERMISSION_TABLE;
export const PERMISSIONS = Object.keys(PERMISSION_TABLE) as Permission[];

const has = (permission: Permission, role: Role): boolean => (PERMISSION_TABLE[permission].roles as readonly Role[]).includes(role);

/** Permissions that open what patients told and clinicians found: charts and notes. */
export const CLINICAL_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter((permission) => PERMISSION_TABLE[permission].clinical);

/** The permissions of a member: those of all their roles, and the clinical ones where they hold the chart right. */
export function permissionsOf(roles: readonly Role[], chartRight: boolean): Set<Permission> {
  const granted = new Set(PERMISSIONS.filter((permission) => roles.some((role) => has(permission, role))));
  if (chartRight) for (const permission of CLINICAL_PERMISSIONS) granted.add(permission);
  return granted;
}
