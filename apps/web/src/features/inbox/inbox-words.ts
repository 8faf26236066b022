import { defineWords } from '../../i18n/words.js';

export const inboxWords = defineWords('inbox', {
  en: () => import('./inbox-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./inbox-words.fr.json', { with: { type: 'json' } }),
});
