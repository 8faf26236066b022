import { defineWords } from '../../i18n/words.js';

export const lockWords = defineWords('lock', {
  en: () => import('./lock-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./lock-words.fr.json', { with: { type: 'json' } }),
});
