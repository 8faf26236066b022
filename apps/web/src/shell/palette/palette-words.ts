import { defineWords } from '../../i18n/words.js';

/** `also`: other words that people may type for the same. */
export const paletteWords = defineWords('palette', {
  en: () => import('./palette-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./palette-words.fr.json', { with: { type: 'json' } }),
});
