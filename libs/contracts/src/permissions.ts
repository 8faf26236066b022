/** Every permission by name. A route names the one it needs; boot fails where a route names none. */
export const PERMISSIONS = [
  'clinic:read',
  'clinic:manage',
  'staff:read',
  'staff:manage',
  'api-key:manage',
  'audit:read',
  'dead-letter:manage',
  'patient:read',
  'patient:write',
  'schedule:manage',
  'appointment:read',
  'appointment:book',
  'appointment:manage',
  'chart:read',
  'chart:write',
  'note:write',
  'note:sign',
  'note-template:manage',
  'invoice:read',
  'invoice:write',
  'payment:write',
  'ledger:read',
  'message:read',
  'message:send',
  'reminder:manage',
  'report:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'admin', 'practitioner', 'front_desk', 'billing'] as const;
export type Role = (typeof ROLES)[number];

const CHART: readonly Permission[] = ['chart:read', 'chart:write', 'note:write', 'note:sign'];
const DESK: readonly Permission[] = [
  'clinic:read',
  'staff:read',
  'patient:read',
  'patient:write',
  'appointment:read',
  'appointment:book',
  'appointment:manage',
  'message:read',
];
const MONEY: readonly Permission[] = ['invoice:read', 'invoice:write', 'payment:write'];

/** What each role may do; no role but the practitioner's reads clinical content by itself. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS.filter((permission) => !CHART.includes(permission)),
  admin: [
    ...DESK,
    ...MONEY,
    'clinic:manage',
    'staff:manage',
    'api-key:manage',
    'audit:read',
    'dead-letter:manage',
    'schedule:manage',
    'note-template:manage',
    'message:send',
    'reminder:manage',
    'report:read',
    'ledger:read',
  ],
  practitioner: [...DESK, ...CHART, ...MONEY],
  front_desk: [...DESK, ...MONEY, 'message:send'],
  billing: ['clinic:read', 'staff:read', 'patient:read', 'appointment:read', ...MONEY, 'ledger:read', 'report:read'],
};

/** The permissions of a member: those of all their roles, and the chart's where they hold the chart right. */
export function permissionsOf(roles: readonly Role[], chartRight: boolean): Set<Permission> {
  const granted = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
  if (chartRight) for (const permission of CHART) granted.add(permission);
  return granted;
}
