import { defineWords } from '../i18n/words.js';

export const updatedWords = defineWords('updated', {
  en: () => import('./updated-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./updated-words.fr.json', { with: { type: 'json' } }),
});
