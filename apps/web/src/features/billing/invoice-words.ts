import { defineWords } from '../../i18n/words.js';

export const invoiceWords = defineWords('invoice', {
  en: () => import('./invoice-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./invoice-words.fr.json', { with: { type: 'json' } }),
});
