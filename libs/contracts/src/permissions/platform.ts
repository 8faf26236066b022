import { type Grant, MANAGERS } from './roles.js';

export const PLATFORM_PERMISSIONS = {
  'audit:read': { clinical: false, roles: MANAGERS },
  'dead-letter:manage': { clinical: false, roles: MANAGERS },
} as const satisfies Record<string, Grant>;
