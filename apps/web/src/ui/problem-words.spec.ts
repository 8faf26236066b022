import { hasWord, keysOf } from '../i18n/words.js';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemWords } from './problem-words.js';

const api = join(process.cwd(), 'apps/api/src');
const sources = globSync('**/*.ts', { cwd: api, exclude: (name) => name.includes('spec') }).map((file) =>
  readFileSync(join(api, file), 'utf8'),
);
/** The codes in what the pattern finds, both of them where the code is chosen between two. */
const codesBy = (pattern: RegExp) =>
  sources.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, codes = '']) => codes.match(/(?<=')[A-Z_]+(?=')/g) ?? []));

it('has words for each code that the API refuses by', () => {
  // A problem names its status, a driver's error does not.
  const codes = codesBy(/status: (?:\d{3}|status|HttpStatus\.\w+),\s*code: (.*)/g);
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !hasWord(problemWords, code))).toEqual([]);
});

it('has no words for a code that the API never refuses by', () => {
  const codes = new Set(codesBy(/code: (.*)/g));
  // What the web app says of a code that it does not know.
  codes.add('UNKNOWN');
  expect(keysOf(problemWords).filter((code) => !codes.has(code))).toEqual([]);
});

it.each(['en', 'fr'] as const)('says what is wrong and then what to do (%s)', (language) => {
  const parts = (text: string) => text.split(/(?<=[.;:?!])\s+/).length;
  const texts = Object.entries(problemWords.texts[language] as Record<string, string>);
  expect(texts.filter(([, text]) => parts(text) < 2)).toEqual([]);
});
