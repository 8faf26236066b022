import { defineWords } from '../../i18n/words.js';

export const journeyWords = defineWords('journey', {
  en: () => import('./journey-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./journey-words.fr.json', { with: { type: 'json' } }),
});
