import { defineWords } from '../i18n/words.js';

/** What stands at the end of every list that comes page by page. */
export const listWords = defineWords(
  'list',
  { shown: '{{shown}} of {{total}}', whole: '{{total}} in all', more: 'Show more' },
  { shown: '{{shown}} sur {{total}}', whole: '{{total}} en tout', more: 'Afficher plus' },
);
