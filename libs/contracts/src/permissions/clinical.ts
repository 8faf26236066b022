import { CLINICAL_ROLES, type Grant, MANAGERS } from './roles.js';

/** The clinical ones open what patients told and clinicians found. */
export const CLINICAL_MODULE_PERMISSIONS = {
  'chart:read': { clinical: true, roles: CLINICAL_ROLES },
  'chart:write': { clinical: true, roles: CLINICAL_ROLES },
  'note:write': { clinical: true, roles: CLINICAL_ROLES },
  'note:sign': { clinical: true, roles: CLINICAL_ROLES },
  'note-template:manage': { clinical: false, roles: MANAGERS },
} as const satisfies Record<string, Grant>;
