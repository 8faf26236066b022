import { defineWords } from '../../i18n/words.js';

export const messagesWords = defineWords('patient-messages', {
  en: () => import('./messages-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./messages-words.fr.json', { with: { type: 'json' } }),
});
