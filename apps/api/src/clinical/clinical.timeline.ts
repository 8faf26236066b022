import type { TimelineWords } from '../platform/index.js';

export const CLINICAL_TIMELINE: TimelineWords = {
  'note.started': { en: () => 'Note started', fr: () => 'Note commencée' },
  'note.signed': { en: () => 'Note signed', fr: () => 'Note signée' },
  'note.amended': { en: () => 'Addendum to the note', fr: () => 'Addenda à la note' },
  'note.entered_in_error': { en: () => 'Note marked as entered in error', fr: () => 'Note marquée comme saisie par erreur' },
};
