import { defineWords } from '../i18n/words.js';

/** What each refusal of the API means to the person at the screen and what to do, by its stable code. */
export const problemWords = defineWords('problem', {
  en: () => import('./problem-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./problem-words.fr.json', { with: { type: 'json' } }),
});
