import { event } from './definition.js';

export const IDENTITY_EVENTS = {
  'clinic.created': event<{ clinicId: string }>({ version: 1, reader: 'clinic:read', external: true }),
  /** Its founder's address is proved: what was held may leave. */
  'clinic.proved': event<{ clinicId: string }>({ version: 1, reader: 'clinic:read' }),
  'address.proof_requested': event<{ userId: string }>({ version: 1, reader: 'staff:manage' }),
  'staff.invited': event<{ invitationId: string }>({ version: 1, reader: 'staff:read' }),
  'staff.rights_changed': event<{ noticeId: string }>({ version: 1, reader: 'staff:read' }),
  'password.reset_requested': event<{ resetId: string }>({ version: 1, reader: 'staff:manage' }),
  'account.alerted': event<{ alertId: string }>({ version: 1, reader: 'staff:manage' }),
  'practitioner.added': event<{ practitionerId: string }>({ version: 1, reader: 'clinic:read', external: true }),
};
