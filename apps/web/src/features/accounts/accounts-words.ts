import { defineWords } from '../../i18n/words.js';

export const accountsWords = defineWords('accounts', {
  en: () => import('./accounts-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./accounts-words.fr.json', { with: { type: 'json' } }),
});
