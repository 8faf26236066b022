import { defineWords } from '../i18n/words.js';

export const linksWords = defineWords('links', {
  en: () => import('./links-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./links-words.fr.json', { with: { type: 'json' } }),
});
