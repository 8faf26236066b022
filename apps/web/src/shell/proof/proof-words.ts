import { defineWords } from '../../i18n/words.js';

export const proofWords = defineWords('proof', {
  en: () => import('./proof-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./proof-words.fr.json', { with: { type: 'json' } }),
});
