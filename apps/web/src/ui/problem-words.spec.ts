import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemWords } from './problem-words.js';

it('has words for each code that the API refuses by', () => {
  const api = join(process.cwd(), 'apps/api/src');
  const codes = globSync('**/*.ts', { cwd: api, exclude: (name) => name.includes('spec') })
    .map((file) => readFileSync(join(api, file), 'utf8'))
    // A problem names its status, a driver's error does not.
    .flatMap((text) => [...text.matchAll(/status: (?:\d{3}|status|HttpStatus\.\w+),\s*code: '([A-Z_]+)'/g)].map(([, code]) => code ?? ''));
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code in problemWords.en))).toEqual([]);
});
