import { defineWords } from '../../../i18n/words.js';

/** Words of drawing on the body; its parts are named in contracts, since prints name them too. */
export const bodyWords = defineWords('body', {
  en: () => import('./body-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./body-words.fr.json', { with: { type: 'json' } }),
});
