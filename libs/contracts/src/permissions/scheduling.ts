import { DESK, type Grant, MANAGERS, ROLES } from './roles.js';

export const SCHEDULING_PERMISSIONS = {
  'schedule:manage': { clinical: false, roles: MANAGERS },
  'appointment:read': { clinical: false, roles: ROLES },
  'appointment:book': { clinical: false, roles: DESK },
  'appointment:manage': { clinical: false, roles: DESK },
} as const satisfies Record<string, Grant>;
