import { defineWords } from '../../../i18n/words.js';

export const clinicWords = defineWords('clinicSettings', {
  en: () => import('./clinic-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./clinic-words.fr.json', { with: { type: 'json' } }),
});
