import { defineWords } from '../../i18n/words.js';

// Of its own: the words of the panel are not fetched with the schedule.
export const moveDoneWords = defineWords('moveDone', {
  en: () => import('./move-done-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./move-done-words.fr.json', { with: { type: 'json' } }),
});
