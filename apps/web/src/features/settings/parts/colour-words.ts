import { defineWords } from '../../../i18n/words.js';

export const colourWords = defineWords('colour', {
  en: () => import('./colour-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./colour-words.fr.json', { with: { type: 'json' } }),
});
