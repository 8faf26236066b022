import { defineWords } from '../../i18n/words.js';

export const billingWords = defineWords('billing', {
  en: () => import('./billing-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./billing-words.fr.json', { with: { type: 'json' } }),
});
