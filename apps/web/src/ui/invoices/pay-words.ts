import { defineWords } from '../../i18n/words.js';

export const payWords = defineWords('pay', {
  en: () => import('./pay-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./pay-words.fr.json', { with: { type: 'json' } }),
});
