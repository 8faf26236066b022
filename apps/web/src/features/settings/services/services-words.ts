import { defineWords } from '../../../i18n/words.js';

export const servicesWords = defineWords('services', {
  en: () => import('./services-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./services-words.fr.json', { with: { type: 'json' } }),
});
