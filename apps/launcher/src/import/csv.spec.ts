import fc from 'fast-check';
import { CsvError, parseCsv } from './csv.ts';

const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;

describe('reading comma-separated text', () => {
  it('gives back any table that was written with quotes', () => {
    const value = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ', ';') }).map((text) => text.trim());
    const table = fc.array(fc.tuple(value, value, value), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
        const text = ['a,b,c', ...rows.map((row) => row.map(quote).join(','))].join(end) + (last ? end : '');
        expect(parseCsv(text).map(({ values }) => [values['a'], values['b'], values['c']])).toEqual(rows);
      }),
    );
  });

  it('names the line that a row begins on, past blank lines and breaks inside values', () => {
    expect(parseCsv('a,b\n1,"x\ny"\n\n2,z\n').map(({ line }) => line)).toEqual([2, 5]);
  });

  it('takes a byte-order mark, empty values and a last line without an end', () => {
    expect(parseCsv('\uFEFFa,b\n,\n1,')).toEqual([
      { line: 2, values: { a: '', b: '' } },
      { line: 3, values: { a: '1', b: '' } },
    ]);
    expect(parseCsv('')).toEqual([]);
  });

  it.each([
    ['a quote that is not closed', 'a,b\n1,"x'],
    ['too few values', 'a,b\n1'],
    ['too many values', 'a,b\n1,2,3'],
  ])('refuses %s, and names the line', (_, text) => {
    expect(() => parseCsv(text)).toThrow(CsvError);
    expect(() => parseCsv(text)).toThrow('Line 2');
  });
});
