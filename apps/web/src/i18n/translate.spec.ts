import { inSentence } from '@keel/contracts';
import fc from 'fast-check';
import { defineWords, wordsOf } from './words.js';

const english = {
  hello: 'Hello {{name}}',
  deep: { er: { still: 'Down here' } },
  appointments_one: '{{count}} appointment',
  appointments_other: '{{count}} appointments',
};
const french = {
  hello: 'Bonjour {{name}}',
  deep: { er: { still: 'Ici-bas' } },
  appointments_one: '{{count}} visite',
  appointments_other: '{{count}} visites',
};
const book = defineWords('test', {
  en: () => Promise.resolve({ default: english }),
  fr: () => Promise.resolve({ default: french }),
});

describe('words', () => {
  it('are found at any depth, in the language that is asked for', () => {
    expect(wordsOf(book, 'en')('deep.er.still')).toBe('Down here');
    expect(wordsOf(book, 'fr')('deep.er.still')).toBe('Ici-bas');
  });

  it('take in what they are given as it is, placeholders in it included', () => {
    const names = fc.string({ unit: 'binary' });
    fc.assert(fc.property(names, (name) => expect(wordsOf(book, 'en')('hello', { name })).toBe(`Hello ${inSentence(name)}`)));
    expect(wordsOf(book, 'en')('hello', { name: 'Zoé \u0301' })).toBe('Hello Zoé \u0301');
    expect(wordsOf(book, 'en')('hello', { name: '{{name}} $& $1' })).toBe('Hello {{name}} $& $1');
    expect(wordsOf(book, 'en')('hello')).toBe('Hello {{name}}');
  });

  it('keep a name that reads from right to left apart from what stands beside it', () => {
    expect(wordsOf(book, 'fr')('hello', { name: 'نور 12' })).toBe('Bonjour \u2068نور 12\u2069');
  });

  it('count as the language does: zero is one in French', () => {
    const [en, fr] = [wordsOf(book, 'en'), wordsOf(book, 'fr')];
    expect([0, 1, 2].map((count) => en('appointments', { count }))).toEqual(['0 appointments', '1 appointment', '2 appointments']);
    expect([0, 1, 2, 1_000_000].map((count) => fr('appointments', { count }))).toEqual([
      '0 visite',
      '1 visite',
      '2 visites',
      '1\u00a0000\u00a0000 visites',
    ]);
    expect(en('appointments', { count: 12_345 })).toBe('12,345 appointments');
  });
});
