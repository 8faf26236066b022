import { BOOKKEEPERS, type Grant, ROLES } from './roles.js';

export const BILLING_PERMISSIONS = {
  'invoice:read': { clinical: false, roles: ROLES },
  'invoice:write': { clinical: false, roles: ROLES },
  'payment:write': { clinical: false, roles: ROLES },
  'ledger:read': { clinical: false, roles: BOOKKEEPERS },
} as const satisfies Record<string, Grant>;
