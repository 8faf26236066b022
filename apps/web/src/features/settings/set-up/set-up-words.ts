import { defineWords } from '../../../i18n/words.js';

export const setUpWords = defineWords('setUp', {
  en: () => import('./set-up-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./set-up-words.fr.json', { with: { type: 'json' } }),
});
