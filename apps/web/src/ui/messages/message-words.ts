import { defineWords } from '../../i18n/words.js';

export const messageWords = defineWords('message', {
  en: () => import('./message-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./message-words.fr.json', { with: { type: 'json' } }),
});
