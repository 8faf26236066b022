import { defineWords } from '../i18n/words.js';

/** What stands at the end of every list that comes page by page. */
export const listWords = defineWords('list', {
  en: () => import('./list-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./list-words.fr.json', { with: { type: 'json' } }),
});
