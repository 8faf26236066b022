import fc from 'fast-check';
import { namedTaxNumbers, taxesWithoutNumber, taxName } from './tax-names.js';

const PAIRS = [
  ['GST', 'TPS'],
  ['HST', 'TVH'],
  ['QST', 'TVQ'],
  ['PST', 'TVP'],
  ['GST/HST', 'TPS/TVH'],
] as const;

describe('the name of a tax', () => {
  it.each(PAIRS)('%s and %s are one tax, named as the reader does', (english, french) => {
    for (const typed of [english, french, ` ${english.toLowerCase()} `, french.split('').join('.'), `${english}/${french}`]) {
      expect([taxName(typed, 'en'), taxName(typed, 'fr')]).toEqual([english, french]);
    }
  });

  it.each(['RST', 'TVD', 'GST/QST', 'GST/HST/PST', 'Mwst.', 'GST no.', '/', 'GST/', ''])(
    'stays as it was typed where it is not known: %s',
    (typed) => {
      expect([taxName(typed, 'en'), taxName(typed, 'fr')]).toEqual([typed, typed]);
    },
  );

  it('is settled: naming a name again changes nothing, and the way through the other language leads back', () => {
    const locale = fc.constantFrom('en' as const, 'fr' as const);
    const typed = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(...PAIRS.flat()),
      fc.stringMatching(/^[GHQPTV][SV][THQP](\/[GHQPTV][SV][THQP])?$/),
    );
    fc.assert(
      fc.property(typed, locale, locale, (name, first, second) => {
        expect(taxName(taxName(name, first), second)).toBe(taxName(name, second));
      }),
    );
  });
});

describe('the tax numbers of a clinic', () => {
  it('are said once where they were typed in each language, in the order that they were typed in', () => {
    const numbers = { TVQ: '1234567890 TQ0001', TPS: '123456789 RT0001', GST: '123456789 RT0001', 'Ma taxe': '7' };
    expect(namedTaxNumbers(numbers, 'en')).toEqual([
      { name: 'QST', number: '1234567890 TQ0001' },
      { name: 'GST', number: '123456789 RT0001' },
      { name: 'Ma taxe', number: '7' },
    ]);
  });

  it('are never lost: two numbers of one tax are both said', () => {
    expect(namedTaxNumbers({ GST: '1', TPS: '2' }, 'fr')).toEqual([
      { name: 'TPS', number: '1' },
      { name: 'TPS', number: '2' },
    ]);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...PAIRS.flat(), 'other'), fc.constantFrom('1', '2')), (numbers) => {
        const said = new Set(namedTaxNumbers(numbers, 'en').map(({ number }) => number));
        expect(said).toEqual(new Set(Object.values(numbers)));
      }),
    );
  });
});

describe('the taxes without a number', () => {
  it.each([
    [['HST'], {}, ['HST']],
    [['GST', 'QST'], { 'GST/HST': '1' }, ['QST']],
    [['GST', 'QST'], { TPS: '1', 'T.V.Q.': '2' }, []],
    [['HST'], { GST: '1' }, []],
    [['HST'], { 'TPS/TVH': ' ' }, ['HST']],
    [['GST'], { EIN: '12-3456789', QST: '2' }, ['GST']],
    [['Sales tax'], { 'sales tax': '1' }, []],
    [['HST', 'HST'], {}, ['HST']],
    [[], {}, []],
  ] as const)('of %j with the numbers %j are %j', (charged, numbers, missing) => {
    expect(taxesWithoutNumber(charged, numbers)).toEqual(missing);
  });
});
