import { type Grant, MANAGERS, ROLES } from './roles.js';

export const IDENTITY_PERMISSIONS = {
  'clinic:read': { clinical: false, roles: ROLES },
  'clinic:manage': { clinical: false, roles: MANAGERS },
  'staff:read': { clinical: false, roles: ROLES },
  'staff:manage': { clinical: false, roles: MANAGERS },
  'api-key:manage': { clinical: false, roles: MANAGERS },
} as const satisfies Record<string, Grant>;
