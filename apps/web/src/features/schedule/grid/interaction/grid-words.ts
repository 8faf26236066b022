import { defineWords } from '../../../../i18n/words.js';

export const gridWords = defineWords('grid', {
  en: () => import('./grid-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./grid-words.fr.json', { with: { type: 'json' } }),
});
