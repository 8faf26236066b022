import { LANGUAGES } from '@keel/contracts';
import { need, wordsHere } from './i18n/shelf.js';

// Before a test draws anything, as main.tsx does before it draws; and a test may change to the other language at once.
beforeAll(() => {
  need(...LANGUAGES);
  return wordsHere();
});
