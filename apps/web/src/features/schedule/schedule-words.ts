import { defineWords } from '../../i18n/words.js';

export const scheduleWords = defineWords('schedule', {
  en: () => import('./schedule-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./schedule-words.fr.json', { with: { type: 'json' } }),
});
