import { defineWords } from '../../i18n/words.js';

export const notesWords = defineWords('notes', {
  en: () => import('./notes-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./notes-words.fr.json', { with: { type: 'json' } }),
});
