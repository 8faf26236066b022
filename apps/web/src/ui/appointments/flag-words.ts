import { defineWords } from '../../i18n/words.js';

export const flagWords = defineWords('appointment-flags', {
  en: () => import('./flag-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./flag-words.fr.json', { with: { type: 'json' } }),
});
