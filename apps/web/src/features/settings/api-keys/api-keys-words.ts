import { defineWords } from '../../../i18n/words.js';

export const apiKeysWords = defineWords('apiKeys', {
  en: () => import('./api-keys-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./api-keys-words.fr.json', { with: { type: 'json' } }),
});
