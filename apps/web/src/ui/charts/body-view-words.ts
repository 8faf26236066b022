import { defineWords } from '../../i18n/words.js';

export const bodyViewWords = defineWords('body-views', {
  en: () => import('./body-view-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./body-view-words.fr.json', { with: { type: 'json' } }),
});
