import { defineWords } from '../../i18n/words.js';

export const addressWords = defineWords('address', {
  en: () => import('./address-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./address-words.fr.json', { with: { type: 'json' } }),
});
