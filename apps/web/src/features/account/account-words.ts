import { defineWords } from '../../i18n/words.js';

export const accountWords = defineWords('account', {
  en: () => import('./account-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./account-words.fr.json', { with: { type: 'json' } }),
});
