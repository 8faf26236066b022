import fc from 'fast-check';
import { lineOverLimit, MOST_INVOICE_CENTS } from './invoice-limit.js';
import { totals } from './tax.js';

const line = fc
  .record({ net: fc.nat({ max: 100_000_000_000 }), tax: fc.nat({ max: 10_000_000 }) })
  .map(({ net, tax }) => ({ net, taxes: tax === 0 ? [] : [{ name: 'HST', rate: 13_000, amount: tax }] }));

describe('the most that an invoice comes to', () => {
  it('is passed at the first line whose total, with those before, is more', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), (lines) => {
        const at = lineOverLimit(lines);
        const upTo = (count: number) => totals(lines.slice(0, count)).total;
        expect(upTo(at ?? lines.length) <= MOST_INVOICE_CENTS).toBe(true);
        if (at !== undefined) expect(upTo(at + 1) > MOST_INVOICE_CENTS).toBe(true);
      }),
    );
  });

  it('fits the whole numbers of a database', () => {
    expect(MOST_INVOICE_CENTS).toBeLessThan(2 ** 31);
    expect(lineOverLimit([{ net: MOST_INVOICE_CENTS, taxes: [] }])).toBeUndefined();
    expect(lineOverLimit([{ net: MOST_INVOICE_CENTS, taxes: [{ name: 'GST', rate: 5000, amount: 1 }] }])).toBe(0);
  });
});
