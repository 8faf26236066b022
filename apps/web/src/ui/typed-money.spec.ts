import fc from 'fast-check';
import { makeFormat } from './format.js';
import { MOST_CENTS, parseMoney, typedMoney } from './typed-money.js';

const cents = fc.integer({ min: 0, max: MOST_CENTS });
const locale = fc.constantFrom('en' as const, 'fr' as const);

describe('an amount that is typed', () => {
  it('is read back as it was shown, with either decimal sign in either language', () => {
    fc.assert(
      fc.property(cents, locale, (amount, reader) => {
        const shown = typedMoney(amount, reader);
        expect(parseMoney(shown, reader)).toBe(amount);
        expect(parseMoney(shown.replace('.', ','), reader)).toBe(amount);
        expect(parseMoney(shown.replace(',', '.'), reader)).toBe(amount);
      }),
    );
  });

  it('may be copied from the screen, sign of the currency and thousands included', () => {
    fc.assert(
      fc.property(cents, locale, fc.constantFrom('CAD' as const, 'USD' as const), (amount, reader, currency) => {
        expect(parseMoney(makeFormat(reader, 'America/Toronto').money({ amount, currency }), reader)).toBe(amount);
      }),
    );
  });

  it('is read in each country as it is shown there', () => {
    const readers = fc.constantFrom('en-CA' as const, 'fr-CA' as const, 'en-US' as const);
    fc.assert(
      fc.property(cents, readers, fc.constantFrom('CAD' as const, 'USD' as const), (amount, reader, currency) => {
        expect(parseMoney(typedMoney(amount, reader), reader)).toBe(amount);
        expect(parseMoney(makeFormat(reader, 'America/New_York').money({ amount, currency }), reader)).toBe(amount);
      }),
    );
    expect([typedMoney(123_450, 'en-US'), parseMoney('$1,234.50', 'en-US'), parseMoney('1.234,50', 'en-US')]).toEqual([
      '1234.50',
      123_450,
      undefined,
    ]);
  });

  it('may be the most that the API takes, and not a cent more', () => {
    expect([parseMoney('1000000.00', 'en'), parseMoney('1000000.01', 'en')]).toEqual([MOST_CENTS, undefined]);
  });

  it('is whole cents within what the API takes, or nothing, whatever was typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[$ ]?[\d., -]{0,12}[$]?$/));
    fc.assert(
      fc.property(typed, locale, (text, reader) => {
        const amount = parseMoney(text, reader);
        if (amount === undefined) return;
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(MOST_CENTS);
      }),
    );
  });

  it.each([
    ['120,50', 'en', 12_050],
    ['120.50', 'fr', 12_050],
    ['120', 'en', 12_000],
    ['120.', 'en', 12_000],
    ['120,5', 'fr', 12_050],
    [',5', 'fr', 50],
    [' $ 1,234 ', 'en', 123_400],
    ['1 234,56 $', 'fr', 123_456],
    ['1,234', 'fr', undefined],
    ['1.234', 'en', undefined],
    ['1.234,56', 'fr', undefined],
    ['12 34', 'en', undefined],
    ['-5', 'en', undefined],
    ['1e3', 'en', undefined],
    ['', 'en', undefined],
    ['.', 'en', undefined],
    ['$', 'en', undefined],
    ['1000000.01', 'en', undefined],
  ] as const)('%s in %s is %s cents', (text, reader, amount) => {
    expect(parseMoney(text, reader)).toBe(amount);
  });
});
