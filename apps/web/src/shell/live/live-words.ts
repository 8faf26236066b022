import { defineWords } from '../../i18n/words.js';

export const liveWords = defineWords('live', {
  en: () => import('./live-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./live-words.fr.json', { with: { type: 'json' } }),
});
