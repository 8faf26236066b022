import { defineWords } from '../../i18n/words.js';

/** The fields of a patient, for the form, the details and what was changed meanwhile. */
export const formWords = defineWords('patient-form', {
  en: () => import('./form-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./form-words.fr.json', { with: { type: 'json' } }),
});
