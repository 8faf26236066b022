import { BOOKKEEPERS, type Grant } from './roles.js';

export const REPORTING_PERMISSIONS = {
  'report:read': { clinical: false, roles: BOOKKEEPERS },
} as const satisfies Record<string, Grant>;
