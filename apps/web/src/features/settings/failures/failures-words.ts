import { defineWords } from '../../../i18n/words.js';

export const failuresWords = defineWords('failures', {
  en: () => import('./failures-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./failures-words.fr.json', { with: { type: 'json' } }),
});
