import { defineWords } from '../../../i18n/words.js';

export const remindersWords = defineWords('reminders', {
  en: () => import('./reminders-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./reminders-words.fr.json', { with: { type: 'json' } }),
});
