import { defineWords } from '../../i18n/words.js';

/** Showing who one is beyond an e-mail address: at sign-in, before something grave, and on a locked screen. */
export const factorWords = defineWords('factor', {
  en: () => import('./factor-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./factor-words.fr.json', { with: { type: 'json' } }),
});
