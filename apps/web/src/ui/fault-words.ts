import { defineWords } from '../i18n/words.js';

export const faultWords = defineWords('fault', {
  en: () => import('./fault-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./fault-words.fr.json', { with: { type: 'json' } }),
});
