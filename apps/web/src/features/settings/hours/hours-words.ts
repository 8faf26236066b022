import { defineWords } from '../../../i18n/words.js';

export const hoursWords = defineWords('hours', {
  en: () => import('./hours-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./hours-words.fr.json', { with: { type: 'json' } }),
});
