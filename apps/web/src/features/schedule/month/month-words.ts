import { defineWords } from '../../../i18n/words.js';

/** What a day of the month says on a phone, where a column is as wide as a thumb. */
export const monthWords = defineWords(
  'schedule-month',
  { appointments_one: '{{count}} appointment', appointments_other: '{{count}} appointments' },
  { appointments_one: '{{count}}\u00a0RDV', appointments_other: '{{count}}\u00a0RDV' },
);
