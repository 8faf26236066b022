import { defineWords } from '../../../i18n/words.js';

export const editorWords = defineWords('questionnaire-editor', {
  en: () => import('./editor-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./editor-words.fr.json', { with: { type: 'json' } }),
});
