import { defineWords } from '../../../i18n/words.js';

/** Words of the body: its views and places, and what is drawn on them. */
export const bodyWords = defineWords('body', {
  en: () => import('./body-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./body-words.fr.json', { with: { type: 'json' } }),
});
