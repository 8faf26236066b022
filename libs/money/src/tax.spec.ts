import fc from 'fast-check';
import { sum } from './cents.js';
import { missingRates, ratesKnownFrom, TAX_ROWS, taxesOn, taxLine, totals } from './tax.js';

const REGIONS = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'];
const place = (region: string) => ({ country: 'CA', region });

describe('taxes by place and day', () => {
  it.each([
    ['ON', '2026-11-23', [['HST', 13_000]]],
    [
      'QC',
      '2026-11-23',
      [
        ['GST', 5000],
        ['QST', 9975],
      ],
    ],
    ['NS', '2025-03-31', [['HST', 15_000]]],
    ['NS', '2025-04-01', [['HST', 14_000]]],
    ['BC', '2026-11-23', [['GST', 5000]]],
  ])('%s on %s', (region, day, expected) => {
    expect(taxesOn('CA', region, day).map(({ name, rate }) => [name, rate])).toEqual(expected);
  });

  it('are one value-added tax, or GST beside QST, in every province today', () => {
    for (const region of REGIONS) {
      const names = taxesOn('CA', region, '2026-11-23').map(({ name }) => name);
      expect(names).toEqual(region === 'QC' ? ['GST', 'QST'] : [expect.stringMatching(/^(GST|HST)$/)]);
    }
    expect(taxesOn('US', 'NY', '2026-11-23')).toEqual([]);
  });

  it('never overlap: a place has at most one rate of a tax on any day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REGIONS),
        fc.date({ min: new Date('2008-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (region, date) => {
          const names = taxesOn('CA', region, date.toISOString().slice(0, 10)).map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
        },
      ),
    );
    for (const { from, until } of TAX_ROWS) expect(until === undefined || from < until).toBe(true);
  });
});

describe('a day before the rates that are known', () => {
  const taxable = [{ taxCode: 'exempt' }, { taxCode: 'taxable' }] as const;

  it.each([
    ['ON', '2009-12-31', '2010-07-01'],
    ['NB', '2016-06-30', '2016-07-01'],
    ['PE', '2016-09-30', '2016-10-01'],
    ['NS', '2010-06-30', '2010-07-01'],
    // GST is known then, and QST is not.
    ['QC', '2012-12-31', '2013-01-01'],
    ['BC', '2007-12-31', '2008-01-01'],
  ])('is told for %s on %s, not taxed at nothing', (region, day, known) => {
    expect(missingRates(taxable, place(region), day)).toBe(known);
    expect(missingRates(taxable, place(region), known)).toBeUndefined();
    expect(missingRates([{ taxCode: 'exempt' }, { taxCode: 'zero_rated' }], place(region), day)).toBeUndefined();
  });

  it('is none of a place that taxes nothing', () => {
    expect(missingRates(taxable, { country: 'US', region: 'NY' }, '1990-01-01')).toBeUndefined();
  });

  it('is before the first of a row of rates, where one tax took the place of another too', () => {
    const rows = [
      { country: 'CA', region: 'ON', name: 'GST', rate: 5000, from: '2008-01-01', until: '2010-07-01' },
      { country: 'CA', region: 'ON', name: 'HST', rate: 13_000, from: '2010-07-01' },
    ] as const;
    expect(ratesKnownFrom('CA', 'ON', rows)).toBe('2008-01-01');
  });

  it('leaves no day without all taxes of its place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REGIONS),
        fc.date({ min: new Date('1990-01-01'), noInvalidDate: true, max: new Date('2040-01-01') }),
        (region, date) => {
          const day = date.toISOString().slice(0, 10);
          if (missingRates(taxable, place(region), day)) return;
          const names = taxesOn('CA', region, day).map(({ name }) => name);
          expect(names).toEqual(region === 'QC' ? ['GST', 'QST'] : [expect.any(String)]);
        },
      ),
    );
  });
});

describe('the tax of an invoice', () => {
  it('is none on exempt and zero-rated lines', () => {
    expect(taxLine(10_000, 'exempt', place('ON'), '2026-01-01')).toEqual([]);
    expect(taxLine(10_000, 'zero_rated', place('ON'), '2026-01-01')).toEqual([]);
  });

  it('is on the price alone: QST is not charged on GST', () => {
    expect(taxLine(10_000, 'taxable', place('QC'), '2026-01-01').map((tax) => tax.amount)).toEqual([500, 998]);
  });

  it('always sums: total = subtotal + every printed tax', () => {
    const line = fc.record({ net: fc.integer({ min: 0, max: 1_000_000 }), code: fc.constantFrom('exempt', 'taxable', 'zero_rated') });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom(...REGIONS), (lines, region) => {
        const taxed = lines.map(({ net, code }) => ({ net, taxes: taxLine(net, code, place(region), '2026-11-23') }));
        const result = totals(taxed);
        expect(result.total).toBe(sum(lines.map(({ net }) => net)) + sum(taxed.flatMap(({ taxes }) => taxes.map(({ amount }) => amount))));
        expect(result.tax).toBe(sum(result.taxes.map(({ amount }) => amount)));
      }),
    );
  });
});
