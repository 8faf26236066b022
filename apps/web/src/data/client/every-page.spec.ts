import fc from 'fast-check';
import { everyPage } from './api.js';

describe('a list that is read whole', () => {
  it('holds each row once and in its order, however many pages it takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 200 }), async (many, perPage) => {
        const rows = Array.from({ length: many }, (_, row) => row);
        const asked: (string | undefined)[] = [];
        const all = await everyPage(async ({ cursor }) => {
          asked.push(cursor);
          const from = Number(cursor ?? 0);
          return Promise.resolve({
            data: rows.slice(from, from + perPage),
            nextCursor: from + perPage < many ? String(from + perPage) : null,
          });
        });
        expect(all).toEqual(rows);
        expect(asked).toHaveLength(Math.max(1, Math.ceil(many / perPage)));
      }),
    );
  });
});
