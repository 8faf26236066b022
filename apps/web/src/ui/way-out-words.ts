import { defineWords } from '../i18n/words.js';

export const wayOutWords = defineWords('wayOut', {
  en: () => import('./way-out-words.en.json'),
  fr: () => import('./way-out-words.fr.json'),
});
