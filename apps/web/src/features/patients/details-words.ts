import { defineWords } from '../../i18n/words.js';

export const detailsWords = defineWords('patient-details', {
  en: () => import('./details-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./details-words.fr.json', { with: { type: 'json' } }),
});
