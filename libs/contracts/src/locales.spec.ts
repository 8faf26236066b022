import fc from 'fast-check';
import { LANGUAGES, languageOf, localeIn, localeOf, LOCALES, STATED_LOCALES } from './locales.js';
import { COUNTRIES } from './types.js';

const stated = fc.constantFrom(...STATED_LOCALES);
const language = fc.constantFrom(...LANGUAGES);
const country = fc.constantFrom(...COUNTRIES);

describe('a locale', () => {
  it('is what was stated, and a bare language is as the country of the clinic writes it', () => {
    expect(COUNTRIES.map((one) => LANGUAGES.map((bare) => localeOf(bare, one)))).toEqual([
      ['en-CA', 'fr-CA'],
      ['en-US', 'fr-CA'],
    ]);
    fc.assert(fc.property(fc.constantFrom(...LOCALES), country, (tag, one) => expect(localeOf(tag, one)).toBe(tag)));
  });

  it('keeps its language, and is one that Intl writes', () => {
    fc.assert(
      fc.property(stated, country, (one, where) => {
        const locale = localeOf(one, where);
        expect(LOCALES).toContain(locale);
        expect(languageOf(locale)).toBe(languageOf(one));
        expect(new Intl.Locale(locale).language).toBe(languageOf(one));
        expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale]);
      }),
    );
  });

  it('beside words of a language is of that language, and what was stated wherever that is', () => {
    fc.assert(
      fc.property(language, stated, country, (words, one, where) => {
        const locale = localeIn(words, one, where);
        expect(languageOf(locale)).toBe(words);
        expect(locale).toBe(localeOf(languageOf(one) === words ? one : words, where));
      }),
    );
  });
});
