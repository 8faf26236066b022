import { defineWords } from '../../i18n/words.js';

export const professionWords = defineWords('profession', {
  en: () => import('./profession-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./profession-words.fr.json', { with: { type: 'json' } }),
});
