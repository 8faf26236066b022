import { defineWords } from '../../i18n/words.js';

export const clinicChoiceWords = defineWords('clinic-choice', {
  en: () => import('./clinic-choice-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./clinic-choice-words.fr.json', { with: { type: 'json' } }),
});
