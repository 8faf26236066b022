import { defineWords } from '../../i18n/words.js';

export const refusedWords = defineWords('refused-time', {
  en: () => import('./refused-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./refused-words.fr.json', { with: { type: 'json' } }),
});
