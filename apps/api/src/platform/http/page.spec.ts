import fc from 'fast-check';
import { decodeCursor, encodeCursor, toPage } from './page.js';

describe('keyset pages', () => {
  it('give every row once, in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 10 }), (numbers, limit) => {
        const rows = numbers.toSorted((a, b) => a - b);
        const seen: number[] = [];
        let cursor: string | undefined;
        for (let guard = 0; guard <= rows.length; guard++) {
          const [after] = decodeCursor(cursor, 1) ?? [-1];
          const page = toPage(rows.filter((row) => row > Number(after)).slice(0, limit + 1), limit, (row) => [row]);
          seen.push(...page.data);
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(rows);
      }),
    );
  });

  it('refuse a cursor that is not theirs', () => {
    for (const cursor of ['nonsense', encodeCursor(['a', 'b']), Buffer.from('[{}]').toString('base64url')]) {
      expect(() => decodeCursor(cursor, 1)).toThrow('not valid');
    }
  });
});
