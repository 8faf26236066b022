import { defineWords } from '../../i18n/words.js';

export const appointmentsWords = defineWords('patient-appointments', {
  en: () => import('./appointments-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./appointments-words.fr.json', { with: { type: 'json' } }),
});
