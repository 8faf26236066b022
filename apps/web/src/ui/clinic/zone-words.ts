import { defineWords } from '../../i18n/words.js';

/** Time zones of Canada and the United States by the cities that people know them by. */
export const zoneWords = defineWords('zone', {
  en: () => import('./zone-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./zone-words.fr.json', { with: { type: 'json' } }),
});
