import { defineWords } from '../../../i18n/words.js';

export const demandWords = defineWords('demand', {
  en: () => import('./demand-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./demand-words.fr.json', { with: { type: 'json' } }),
});
