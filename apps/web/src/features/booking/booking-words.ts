import { defineWords } from '../../i18n/words.js';

export const bookingWords = defineWords('booking', {
  en: () => import('./booking-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./booking-words.fr.json', { with: { type: 'json' } }),
});
