import { defineWords } from '../../i18n/words.js';

export const signUpWords = defineWords('signUp', {
  en: () => import('./sign-up-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./sign-up-words.fr.json', { with: { type: 'json' } }),
});
