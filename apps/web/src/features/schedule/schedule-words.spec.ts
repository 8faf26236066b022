import { wordsOf } from '../../i18n/words.js';
import { scheduleWords } from './schedule-words.js';

it.each([
  ['fr', 1, '1 praticien sur 7'],
  ['fr', 2, '2 praticiens sur 7'],
  ['en', 1, '1 of 7 practitioners'],
] as const)('says in %s how many practitioners are shown where it is %i', (locale, count, said) => {
  expect(wordsOf(scheduleWords, locale)('peopleShown', { count, all: 7 })).toBe(said);
});
