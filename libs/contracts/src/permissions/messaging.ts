import { DESK, type Grant, MANAGERS } from './roles.js';

export const MESSAGING_PERMISSIONS = {
  'message:read': { clinical: false, roles: DESK },
  'message:send': { clinical: false, roles: ['owner', 'admin', 'front_desk'] },
  'reminder:manage': { clinical: false, roles: MANAGERS },
} as const satisfies Record<string, Grant>;
