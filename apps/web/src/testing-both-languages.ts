import { LANGUAGES } from '@keel/contracts';
import { want, wordsHere } from './i18n/shelf.js';

// Before a test draws anything, as main.tsx does before it draws; and a test may change to the other language at once.
beforeAll(() => {
  LANGUAGES.forEach(want);
  return wordsHere();
});
