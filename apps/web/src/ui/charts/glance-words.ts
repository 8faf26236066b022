import { defineWords } from '../../i18n/words.js';

export const glanceWords = defineWords('chart-glance', {
  en: () => import('./glance-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./glance-words.fr.json', { with: { type: 'json' } }),
});
