import { type Permission, PERMISSIONS } from '@keel/contracts';

/** Permissions in the groups that somebody thinks of when a program is to do something. */
export const SCOPE_GROUPS = {
  clinic: ['clinic:read', 'clinic:manage', 'staff:read', 'staff:manage'],
  patients: ['patient:read', 'patient-details:read', 'patient:write'],
  schedule: ['appointment:read', 'appointment:book', 'appointment:manage', 'schedule:manage'],
  charts: ['chart:read', 'chart:write', 'note:write', 'note:sign', 'note-template:manage'],
  money: ['invoice:read', 'invoice:write', 'payment:write', 'ledger:read', 'report:read'],
  messages: ['message:read', 'message:send', 'reminder:manage'],
  operation: ['audit:read', 'api-key:manage', 'dead-letter:manage'],
} as const satisfies Record<string, readonly Permission[]>;
export type ScopeGroup = keyof typeof SCOPE_GROUPS;
export const GROUPS = Object.keys(SCOPE_GROUPS) as ScopeGroup[];

/** Whatever has no group yet comes last, so that nothing can be missed. */
export const ungrouped: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !GROUPS.some((group) => (SCOPE_GROUPS[group] as readonly Permission[]).includes(permission)),
);
