import fc from 'fast-check';
import { decodeCursor, encodeCursor, toPage } from './page.js';

describe('keyset pages', () => {
  it('give every row once, in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 9999 })), fc.integer({ min: 1, max: 10 }), (numbers, limit) => {
        const rows = numbers.toSorted((a, b) => a - b);
        const seen: number[] = [];
        let cursor: string | undefined;
        for (let guard = 0; guard <= rows.length; guard++) {
          const [after] = decodeCursor(cursor, 'text') ?? [-1];
          const page = toPage(
            rows.filter((row) => row > Number(after)).slice(0, limit + 1),
            { limit, ...(cursor && { cursor }) },
            (row) => [String(row)],
          );
          seen.push(...page.data);
          if (page.nextCursor === null) expect(page.total).toBe(rows.length);
          else expect(page.total).toBe(`${Math.min(seen.length, 50)}+`);
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('refuse a cursor that is not theirs', () => {
    for (const cursor of ['nonsense', encodeCursor(['a', 'b']), Buffer.from('[{}]').toString('base64url')]) {
      expect(() => decodeCursor(cursor, 'text')).toThrow('not valid');
    }
  });

  it('refuse values that the list could not be sorted by, before the database does', () => {
    const id = '01a20c24-47ce-76f4-9125-faa9c7b9c846';
    expect(decodeCursor(encodeCursor(['2026-11-24T06:00:00.000Z', id]), 'instant', 'uuid')).toEqual(['2026-11-24T06:00:00.000Z', id]);
    for (const values of [
      ['2026-11-24T06:00:00.000Z', 'x'],
      ['2026-11-24', id],
      ['infinity', id],
      ['0000-01-01T00:00:00.000Z', id],
      ['1899-12-31T23:59:59.999Z', id],
      ['2200-01-01T00:00:00.000Z', id],
      ['+275760-09-13T00:00:00.000Z', id],
      ['', id],
    ]) {
      expect(() => decodeCursor(encodeCursor(values), 'instant', 'uuid')).toThrow('not valid');
    }
  });
});
