import fc from 'fast-check';
import { civil } from './birth-dates.js';
import { parseSearch, plain, searchKey } from './search-query.js';

describe('the folding of names', () => {
  it('is the same however accents are encoded and letters are cased', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(plain(name.normalize('NFC'))).toBe(plain(name.normalize('NFD')));
        expect(plain(plain(name))).toBe(plain(name));
      }),
    );
    expect(plain("Zoé L'Écuyer-Gagné")).toBe('zoe l ecuyer gagne');
    for (const sign of "'’ʻʼ`´") expect(plain(`O${sign}Brien`)).toBe('o brien');
    expect(plain('ŉ')).toBe('n');
    expect(plain('Øyvind Łukasz Strauß Œuvre')).toBe('oyvind lukasz strauss oeuvre');
  });

  it('keeps names outside Latin', () => {
    expect(plain('محمد  علي')).toBe('محمد علي');
    expect(searchKey(['Иван', null, 'Петров'])).toBe('иван петров');
  });

  it('names each word once', () => {
    expect(searchKey(['Jean', 'Jean', 'Dubé'])).toBe('jean dube');
  });
});

describe('a typed query', () => {
  it.each([
    '1990-05-17',
    '17/05/1990',
    '05/17/1990',
    '17 mai 1990',
    'May 17 1990',
    'may 17, 1990',
    '17.5.1990',
    '17/05/90',
    '19900517',
    '17-May-1990',
    '17-mai-1990',
    'May 17th 1990',
    '17 May 90',
  ])('reads %s as a date of birth', (text) => {
    expect(parseSearch(text).births).toContain('1990-05-17');
  });

  it('keeps both readings of a day and month that could be swapped', () => {
    expect(parseSearch('03/04/1985').births?.toSorted()).toEqual(['1985-03-04', '1985-04-03']);
  });

  it('reads a name beside a date, and a number as a phone', () => {
    expect(parseSearch('dubé 1990-05-17')).toEqual({ words: ['dube'], digits: null, births: ['1990-05-17'], email: null });
    expect(parseSearch('(416) 555-01')).toEqual({ words: [], digits: '41655501', births: null, email: null });
    expect(parseSearch("o'brien  SEÁN")).toEqual({ words: ['o', 'brien', 'sean'], digits: null, births: null, email: null });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(parseSearch(text).words.length).toBeLessThanOrEqual(6)));
  });
});

it('29 February is a day in leap years alone', () => {
  expect(civil(2024, 2, 29)).toBe('2024-02-29');
  expect(civil(2023, 2, 29)).toBeUndefined();
});
