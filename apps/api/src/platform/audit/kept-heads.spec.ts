import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { furtherHeads, keepHeads, type KeptHeads, readHeads } from './kept-heads.js';

const path = () => join(mkdtempSync(join(tmpdir(), 'keel-heads-')), 'heads.json');
const someHeads = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.integer({ min: 1, max: 50 }).map((number) => ({ number, hash: String(number) })),
);

it('keeps the furthest head of each clinic, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(someHeads, { maxLength: 6 }), (written) => {
      const kept = written.reduce(furtherHeads, {} as KeptHeads);
      for (const clinic of ['a', 'b', 'c']) {
        const numbers = written.flatMap((heads) => heads[clinic]?.number ?? []);
        expect(kept[clinic]?.number).toBe(numbers.length > 0 ? Math.max(...numbers) : undefined);
      }
    }),
  );
});

it('finds again what it kept, and forgets no clinic that was not sealed this time', () => {
  const file = path();
  keepHeads(file, { a: { number: 3, hash: 'x' } });
  keepHeads(file, { b: { number: 1, hash: 'y' } });
  expect(readHeads(file)).toEqual({ a: { number: 3, hash: 'x' }, b: { number: 1, hash: 'y' } });
});

it('takes a file that is missing or not whole for an empty one', () => {
  const file = path();
  expect(readHeads(file)).toEqual({});
  writeFileSync(file, '{"a":{"number":3');
  expect(readHeads(file)).toEqual({});
});
