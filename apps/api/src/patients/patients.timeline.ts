import type { TimelineWords } from '../platform/index.js';

export const PATIENTS_TIMELINE: TimelineWords = {
  'patient.created': { en: () => 'Record opened', fr: () => 'Dossier ouvert' },
};
