import { defineWords } from '../../i18n/words.js';

export const paperGapsWords = defineWords('paper-gaps', {
  en: () => import('./paper-gaps-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./paper-gaps-words.fr.json', { with: { type: 'json' } }),
});
