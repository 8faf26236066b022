import { defineWords } from '../../i18n/words.js';

export const placeWords = defineWords('place', {
  en: () => import('./place-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./place-words.fr.json', { with: { type: 'json' } }),
});
