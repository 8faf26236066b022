import { defineWords } from '../../../i18n/words.js';

export const answerWords = defineWords('answers', {
  en: () => import('./answer-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./answer-words.fr.json', { with: { type: 'json' } }),
});
