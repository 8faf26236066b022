import { defineWords } from '../../../i18n/words.js';

export const practitionersWords = defineWords('practitioners', {
  en: () => import('./practitioners-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./practitioners-words.fr.json', { with: { type: 'json' } }),
});
