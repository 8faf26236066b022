import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@keel/contracts';
import ts from 'typescript';
import { isHere, need, part, shelve, type Shelved, wordsHere } from './shelf.js';

/** A book whose words come, or fail, when the test says so. */
function aBook() {
  const asked: Record<Language, PromiseWithResolvers<{ default: { hello: string } }>[]> = { en: [], fr: [] };
  const source = (locale: Language) => () => {
    const answer = Promise.withResolvers<{ default: { hello: string } }>();
    asked[locale].push(answer);
    return answer.promise;
  };
  const book: Shelved = { sources: { en: source('en'), fr: source('fr') }, texts: {} };
  const come = (locale: Language) => asked[locale].at(-1)?.resolve({ default: { hello: locale } });
  const fail = (locale: Language) => asked[locale].at(-1)?.reject(new TypeError('Failed to fetch'));
  return { book, asked, come, fail };
}

describe('the shelf of words', () => {
  // Both languages are wanted here, as in every test.
  const [mine, other] = [aBook(), aBook()];

  it('asks for the words of a book as soon as there is code that needs it, in each language that is wanted', () => {
    shelve(mine.book);
    expect([mine.asked.en.length, mine.asked.fr.length]).toEqual([1, 1]);
    expect(isHere('en')).toBe(false);
  });

  it('has a part wait until all the words that it brought are there', async () => {
    let there = false;
    const fetched = part(() => {
      shelve(other.book);
      return Promise.resolve('the part');
    }).finally(() => (there = true));
    for (const locale of ['en', 'fr'] as const) mine.come(locale);
    other.come('en');
    await new Promise((resolve) => setTimeout(resolve));
    expect([there, isHere('en'), isHere('fr')]).toEqual([false, true, false]);
    other.come('fr');
    expect(await fetched).toBe('the part');
    expect(isHere('fr')).toBe(true);
  });

  it('asks once at a time, and again after words that could not be fetched', async () => {
    const { book, asked, come, fail } = aBook();
    shelve(book);
    need('en', 'fr');
    expect([asked.en.length, asked.fr.length]).toEqual([1, 1]);
    come('en');
    const first = wordsHere();
    fail('fr');
    await expect(first).rejects.toThrow('Failed to fetch');
    const again = wordsHere();
    expect([asked.en.length, asked.fr.length]).toEqual([1, 2]);
    come('fr');
    await again;
    expect(book.texts).toEqual({ en: { hello: 'en' }, fr: { hello: 'fr' } });
  });

  it('waits no more for a language that nobody is changing to any longer', async () => {
    const { book, come, fail } = aBook();
    shelve(book);
    come('en');
    fail('fr');
    need('en');
    await wordsHere();
    expect(await part(() => Promise.resolve('the part'))).toBe('the part');
  });
});

const SOURCE = join(process.cwd(), 'apps/web/src');
/** What waits for the words of what it fetches. */
const WAITS = new Set(['part', 'lazyDrawer']);

/** Parts of the app that are fetched by an import which nobody has wait for their words. */
function wordless(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const waits = (node: ts.Node | undefined): boolean =>
    Boolean(node) && ((ts.isCallExpression(node!) && WAITS.has(node.expression.getText())) || waits(node!.parent));
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [what] = node.arguments;
      if (what?.getText().endsWith(".js'") && !waits(node.parent)) found.push(`${file}: ${node.getText()}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

it('no part of the app is shown before its words are there', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: SOURCE, exclude: (name) => name.includes('spec') });
  expect(files.flatMap(wordless)).toEqual([]);
});
