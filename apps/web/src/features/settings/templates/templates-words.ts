import { defineWords } from '../../../i18n/words.js';

export const templatesWords = defineWords('templates', {
  en: () => import('./templates-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./templates-words.fr.json', { with: { type: 'json' } }),
});
