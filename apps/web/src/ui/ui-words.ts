import { defineWords } from '../i18n/words.js';

export const uiWords = defineWords('ui', {
  en: () => import('./ui-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./ui-words.fr.json', { with: { type: 'json' } }),
});
