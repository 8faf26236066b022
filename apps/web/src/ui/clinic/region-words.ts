import { defineWords } from '../../i18n/words.js';

/** Countries where clinics are, their provinces, territories and states. */
export const regionWords = defineWords('region', {
  en: () => import('./region-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./region-words.fr.json', { with: { type: 'json' } }),
});
