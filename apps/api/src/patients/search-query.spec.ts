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

  it('folds what is folded to itself, of each letter that has a case or is made of others', () => {
    const signs = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => sign.toLowerCase() !== sign || sign.normalize('NFKD') !== sign);
    expect(signs.length).toBeGreaterThan(10_000);
    expect(signs.filter((sign) => plain(plain(sign)) !== plain(sign))).toEqual([]);
    expect(signs.filter((sign) => plain(sign.normalize('NFD')) !== plain(sign.normalize('NFC')))).toEqual([]);
    expect(plain('O\ua78bBrien')).toBe('o brien');
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
    "17 May '90",
    '17May1990',
    '17th of May 1990',
    'le 17 mai 1990',
    '17–05–1990',
    '１７/０５/１９９０',
    '1990 May 17',
  ])('reads %s as a date of birth', (text) => {
    expect(parseSearch(text).births).toContain('1990-05-17');
  });

  it('leaves nothing of a date that is said with an article', () => {
    for (const text of ['le 17 mai 1990', 'the 17th of May 1990', 'Le 1er mai 1990']) expect(parseSearch(text).words).toEqual([]);
    expect(parseSearch('Van Le 1990-05-17').words).toEqual(['van', 'le']);
  });

  it('finds any day in each of the shapes in which it is said', () => {
    const days = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.', ' '), fc.constantFrom('en-CA', 'fr-CA'), (date, sign, language) => {
        const day = date.toISOString().slice(0, 10);
        const [year = '', month = '', of = ''] = day.split('-');
        const said = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        const shapes = [
          [of, month, year].join(sign),
          [month, of, year].join(sign),
          [of, month, year.slice(2)].join(sign),
          year + month + of,
          said,
        ];
        for (const shape of shapes)
          expect({ shape, births: parseSearch(shape).births }).toMatchObject({ births: expect.arrayContaining([day]) as unknown });
      }),
    );
  });

  it('takes off a number what is dialled before the code of its country', () => {
    expect(parseSearch('06 12 34 56 78').digits).toBe('612345678');
    expect(parseSearch('011 33 6 12 34 56 78').digits).toBe('33612345678');
    expect(parseSearch('0123').digits).toBe('0123');
  });

  it('is of six words at most, of a phone number from three digits on, and dialled from nine', () => {
    expect(parseSearch('ana bo cy di el fay gus').words).toEqual(['ana', 'bo', 'cy', 'di', 'el', 'fay']);
    expect([parseSearch('123').digits, parseSearch('12').digits]).toEqual(['123', null]);
    expect([parseSearch('012345678').digits, parseSearch('01234567').digits]).toEqual(['12345678', '01234567']);
  });

  it('keeps both readings of a day and month that could be swapped', () => {
    expect(parseSearch('03/04/1985').births?.toSorted()).toEqual(['1985-03-04', '1985-04-03']);
  });

  it('reads a name beside a date, and a number as a phone', () => {
    expect(parseSearch('dubé 1990-05-17')).toEqual({ words: ['dube'], digits: null, births: ['1990-05-17'], email: null });
    expect(parseSearch('(416) 555-01')).toEqual({ words: [], digits: '41655501', births: null, email: null });
    expect(parseSearch("o'brien  SEÁN")).toEqual({ words: ['o', 'brien', 'sean'], digits: null, births: null, email: null });
  });

  it('reads digits as those of a phone number or of a name', () => {
    expect(parseSearch('1234567')).toEqual({ words: [], digits: '1234567', births: null, email: null });
    expect(parseSearch('True 1234567')).toEqual({ words: ['true'], digits: '1234567', births: null, email: null });
  });

  it.each(['madonna 1958', '1958 Madonna', 'Madonna (1958)', 'Madonna, 1958'])(
    'reads the year of birth in %s, which may be of a number too',
    (text) => {
      const { words, digits, births } = parseSearch(text);
      expect([words, digits, births?.length]).toEqual([['madonna'], '1958', 365]);
      expect([births?.[0], births?.at(-1)]).toEqual(['1958-01-01', '1958-12-31']);
    },
  );

  it('reads no year where there is no name, or none in which anybody living was born', () => {
    for (const text of ['1958', 'ext. 1958 12', 'madonna 1658', 'madonna 2958', 'madonna 416 1958', 'madonna19581'])
      expect(parseSearch(text).births).toBeNull();
  });

  it('finds any day by its year beside a name', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true });
    const names = fc.constantFrom('tremblay', 'O’Brien', 'Le Roy', 'Иван');
    fc.assert(
      fc.property(days, names, fc.boolean(), (date, name, first) => {
        const day = date.toISOString().slice(0, 10);
        const year = day.slice(0, 4);
        const { births, words } = parseSearch(first ? `${year} ${name}` : `${name} ${year}`);
        expect(births).toContain(day);
        expect(words).toEqual(plain(name).split(' '));
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(parseSearch(text).words.length).toBeLessThanOrEqual(6)));
  });
});

it('29 February is a day in leap years alone', () => {
  expect(civil(2024, 2, 29)).toBe('2024-02-29');
  expect(civil(2023, 2, 29)).toBeUndefined();
});
