import { defineWords } from '../../../i18n/words.js';

/** What a day of the month says on a phone, where a column is as wide as a thumb. */
export const monthWords = defineWords(
  'schedule-month',
  { visits_one: '{{count}} visit', visits_other: '{{count}} visits' },
  { visits_one: '{{count}}\u00a0RDV', visits_other: '{{count}}\u00a0RDV' },
);
