import { defineWords } from '../../i18n/words.js';

/** The list of patients, and what is said of a patient everywhere. */
export const patientsWords = defineWords('patients', {
  en: () => import('./patients-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./patients-words.fr.json', { with: { type: 'json' } }),
});
