import { defineWords } from '../../i18n/words.js';

export const recordWords = defineWords('record', {
  en: () => import('./record-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./record-words.fr.json', { with: { type: 'json' } }),
});
