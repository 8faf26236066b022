export const ROLES = ['owner', 'admin', 'practitioner', 'front_desk', 'billing'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may hold clinical permissions by themselves; everybody else needs the chart right, which is given to a person. */
export const CLINICAL_ROLES = ['practitioner'] as const satisfies readonly Role[];

type Grant = { clinical: false; roles: readonly Role[] } | { clinical: true; roles: readonly (typeof CLINICAL_ROLES)[number][] };

const EVERYBODY = ROLES;
const MANAGERS = ['owner', 'admin'] as const;
/** Who meets patients: all but billing. */
const DESK = ['owner', 'admin', 'practitioner', 'front_desk'] as const;

/**
 * Every permission, whether it opens clinical content, and who has it. A new one states both here: nobody gets it by being
 * left out of a list. The compiler refuses a clinical one to a role that is not clinical. A route names the permission it
 * needs; boot fails where a route names none.
 */
const PERMISSION_TABLE = {
  'clinic:read': { clinical: false, roles: EVERYBODY },
  'clinic:manage': { clinical: false, roles: MANAGERS },
  'staff:read': { clinical: false, roles: EVERYBODY },
  'staff:manage': { clinical: false, roles: MANAGERS },
  'api-key:manage': { clinical: false, roles: MANAGERS },
  'audit:read': { clinical: false, roles: MANAGERS },
  'dead-letter:manage': { clinical: false, roles: MANAGERS },
  'patient:read': { clinical: false, roles: EVERYBODY },
  /** What care needs to know of a person and an invoice does not: alerts, whom to call, health card. See fields.ts. */
  'patient-details:read': { clinical: false, roles: DESK },
  'patient:write': { clinical: false, roles: DESK },
  'schedule:manage': { clinical: false, roles: MANAGERS },
  'appointment:read': { clinical: false, roles: EVERYBODY },
  'appointment:book': { clinical: false, roles: DESK },
  'appointment:manage': { clinical: false, roles: DESK },
  'chart:read': { clinical: true, roles: CLINICAL_ROLES },
  'chart:write': { clinical: true, roles: CLINICAL_ROLES },
  'note:write': { clinical: true, roles: CLINICAL_ROLES },
  'note:sign': { clinical: true, roles: CLINICAL_ROLES },
  'note-template:manage': { clinical: false, roles: MANAGERS },
  'invoice:read': { clinical: false, roles: EVERYBODY },
  'invoice:write': { clinical: false, roles: EVERYBODY },
  'payment:write': { clinical: false, roles: EVERYBODY },
  'ledger:read': { clinical: false, roles: ['owner', 'admin', 'billing'] },
  'message:read': { clinical: false, roles: DESK },
  'message:send': { clinical: false, roles: ['owner', 'admin', 'front_desk'] },
  'reminder:manage': { clinical: false, roles: MANAGERS },
  'report:read': { clinical: false, roles: ['owner', 'admin', 'billing'] },
} as const satisfies Record<string, Grant>;

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
