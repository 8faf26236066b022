import { defineWords } from '../../../i18n/words.js';

export const chartWords = defineWords('patient-chart', {
  en: () => import('./chart-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./chart-words.fr.json', { with: { type: 'json' } }),
});
