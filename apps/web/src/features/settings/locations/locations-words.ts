import { defineWords } from '../../../i18n/words.js';

export const locationsWords = defineWords('locations', {
  en: () => import('./locations-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./locations-words.fr.json', { with: { type: 'json' } }),
});
