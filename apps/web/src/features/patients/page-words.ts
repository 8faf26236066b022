import { defineWords } from '../../i18n/words.js';

/** The page of one patient: its head and its tabs. */
export const pageWords = defineWords('patient-page', {
  en: () => import('./page-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./page-words.fr.json', { with: { type: 'json' } }),
});
