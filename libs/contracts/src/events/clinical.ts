import { event, timelineEvent } from './definition.js';

export interface NoteRef {
  noteId: string;
  patientId: string;
  practitionerId: string;
  appointmentId: string | null;
}

const ofNote = () => timelineEvent<NoteRef>({ version: 1, reader: 'chart:read' });

export const CLINICAL_EVENTS = {
  /** A chart was opened by one without a care relationship, for a reason that somebody must review. */
  'chart.opened': event<{ chartAccessId: string; patientId: string; userId: string }>({ version: 1, reader: 'audit:read' }),
  'note.started': ofNote(),
  'note.signed': ofNote(),
  'note.amended': ofNote(),
  'note.entered_in_error': ofNote(),
};
