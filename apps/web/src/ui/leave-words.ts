import { defineWords } from '../i18n/words.js';

export const leaveWords = defineWords('leave', {
  en: () => import('./leave-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./leave-words.fr.json', { with: { type: 'json' } }),
});
