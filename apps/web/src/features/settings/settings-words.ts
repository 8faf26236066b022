import { defineWords } from '../../i18n/words.js';

export const settingsWords = defineWords('settings', {
  en: () => import('./settings-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./settings-words.fr.json', { with: { type: 'json' } }),
});
