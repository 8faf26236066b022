import { LOCALES } from '@keel/contracts';
import { want, wordsHere } from './i18n/shelf.js';

// Before a test draws anything, as main.tsx does before it draws; and a test may change to the other language at once.
beforeAll(() => {
  LOCALES.forEach(want);
  return wordsHere();
});
