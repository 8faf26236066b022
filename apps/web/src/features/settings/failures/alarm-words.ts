import { defineWords } from '../../../i18n/words.js';

/** What is past its threshold, and what to do. The figures come with their unit. */
export const alarmWords = defineWords('alarms', {
  en: () => import('./alarm-words.en.json', { with: { type: 'json' } }),
  fr: () => import('./alarm-words.fr.json', { with: { type: 'json' } }),
});
