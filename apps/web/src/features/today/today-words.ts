import { defineWords } from '../../i18n/words.js';

export const todayWords = defineWords('today', {
  en: () => import('./today-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./today-words.fr.json', { with: { type: 'json' } }),
});
