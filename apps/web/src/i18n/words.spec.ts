import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Texts } from './shelf.js';
import type { WordBook } from './words.js';

const SOURCE = join(process.cwd(), 'apps/web/src');
const files = globSync('**/*-words.ts', { cwd: SOURCE }).sort();

/** Every text by its dotted key. */
function texts(words: Texts, base = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${base}${key}`, value] as const] : [...texts(value, `${base}${key}.`)],
    ),
  );
}

const textsIn = async ({ sources }: WordBook, locale: 'en' | 'fr') => texts((await sources[locale]()).default);

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

async function booksOf(file: string): Promise<WordBook[]> {
  const module = (await import(pathToFileURL(join(SOURCE, file)).href)) as Record<string, WordBook>;
  return Object.values(module).filter((value) => typeof value === 'object' && 'sources' in value);
}

describe('the words', () => {
  it('are in books that each have a name of their own', async () => {
    const books = (await Promise.all(files.map(booksOf))).flat();
    expect(books.length).toBeGreaterThanOrEqual(files.length);
    expect(new Set(books.map(({ name }) => name)).size).toBe(books.length);
  });

  it.each(files)('of %s are in both languages with the same placeholders', async (file) => {
    for (const book of await booksOf(file)) {
      const [english, french] = [await textsIn(book, 'en'), await textsIn(book, 'fr')];
      expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of english) {
        expect([key, Boolean(text.trim()), Boolean(french.get(key)?.trim())]).toEqual([key, true, true]);
        expect([key, placeholders(french.get(key) ?? '')]).toEqual([key, placeholders(text)]);
      }
    }
  });

  it.each(files)('of %s set French punctuation apart by a space that does not break', async (file) => {
    for (const book of await booksOf(file)) {
      for (const text of (await textsIn(book, 'fr')).values()) expect(text).not.toMatch(/[^\u00a0]([?!;»])|[^\u00a0\d]:(?!\/)|'/);
    }
  });
});
