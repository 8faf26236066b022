import type { Channel } from '../enums.js';
import { event, timelineEvent } from './definition.js';

export const PATIENTS_EVENTS = {
  'patient.created': timelineEvent<{ patientId: string }>({ version: 1, reader: 'patient:read' }),
  'patient.updated': event<{ patientId: string }>({ version: 1, reader: 'patient:read' }),
  /** Of the purpose `all` where the patient's mailbox said it. */
  'contact_consent.recorded': event<{ patientId: string; purpose: string; channel: Channel; granted: boolean }>({
    version: 1,
    reader: 'patient:read',
    external: true,
  }),
};
