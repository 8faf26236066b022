import { defineWords } from '../../i18n/words.js';

export const signInWords = defineWords('session', {
  en: () => import('./sign-in-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./sign-in-words.fr.json', { with: { type: 'json' } }),
});
