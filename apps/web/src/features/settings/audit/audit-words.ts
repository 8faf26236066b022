import { defineWords } from '../../../i18n/words.js';

export const auditWords = defineWords('audit', {
  en: () => import('./audit-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./audit-words.fr.json', { with: { type: 'json' } }),
});
