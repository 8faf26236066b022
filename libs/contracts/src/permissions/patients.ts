import { DESK, type Grant, ROLES } from './roles.js';

export const PATIENTS_PERMISSIONS = {
  'patient:read': { clinical: false, roles: ROLES },
  /** What care needs to know of a person and an invoice does not: alerts, whom to call, health card. See fields.ts. */
  'patient-details:read': { clinical: false, roles: DESK },
  'patient:write': { clinical: false, roles: DESK },
} as const satisfies Record<string, Grant>;
