import { defineWords } from '../../i18n/words.js';

/** How money is named on every screen: ways to pay, how an invoice stands, and why something cannot be done to it. */
export const moneyWords = defineWords('money', {
  en: () => import('./money-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./money-words.fr.json', { with: { type: 'json' } }),
});
