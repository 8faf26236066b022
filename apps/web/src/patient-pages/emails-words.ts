import { defineWords } from '../i18n/words.js';

export const emailsWords = defineWords('emails', {
  en: () => import('./emails-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./emails-words.fr.json', { with: { type: 'json' } }),
});
