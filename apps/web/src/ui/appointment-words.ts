import { defineWords } from '../i18n/words.js';

/** The states of an appointment and what can be done to it: one name each, on every screen. */
export const appointmentWords = defineWords('appointment-states', {
  en: () => import('./appointment-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./appointment-words.fr.json', { with: { type: 'json' } }),
});
