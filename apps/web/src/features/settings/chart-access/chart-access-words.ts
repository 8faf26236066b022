import { defineWords } from '../../../i18n/words.js';

export const chartAccessWords = defineWords('chart-access', {
  en: () => import('./chart-access-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./chart-access-words.fr.json', { with: { type: 'json' } }),
});
