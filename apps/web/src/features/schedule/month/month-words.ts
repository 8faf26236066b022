import { defineWords } from '../../../i18n/words.js';

/** What a day of the month says on a phone, where a column is as wide as a thumb. */
export const monthWords = defineWords('schedule-month', {
  en: () => import('./month-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./month-words.fr.json', { with: { type: 'json' } }),
});
