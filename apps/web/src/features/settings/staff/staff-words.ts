import { defineWords } from '../../../i18n/words.js';

export const staffWords = defineWords('staff', {
  en: () => import('./staff-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./staff-words.fr.json', { with: { type: 'json' } }),
});
