import { defineWords } from '../../i18n/words.js';

export const closedWords = defineWords('closed-chart', {
  en: () => import('./closed-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./closed-words.fr.json', { with: { type: 'json' } }),
});
