import type { Language } from '@keel/contracts';
import { anotherChance } from './another-chance.js';

/** Texts by key, in as many levels as reads well. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** A book of words: from where each language is fetched, and what has been. */
export interface Shelved {
  readonly sources: Readonly<Record<Language, () => Promise<{ readonly default: Texts }>>>;
  readonly texts: Partial<Record<Language, Texts>>;
}

const books = new Set<Shelved>();
/** Whatever was needed once: who changes back finds it there. */
const wanted = new Set<Language>();
/** The language that is read, and the one it is being changed to: only these are waited for. */
let needed: readonly Language[] = [];

/** Puts up a book with the code that needs it; what is wanted of it is asked for at once, and waited for by `wordsHere`. */
export function shelve(book: Shelved): void {
  books.add(book);
  for (const language of wanted) fetchAhead(book, language);
}

/** The languages that are read from now on, and no others; the words of all code that is there already are asked for. */
export function need(...languages: readonly Language[]): void {
  needed = languages;
  for (const language of languages) {
    wanted.add(language);
    for (const book of books) fetchAhead(book, language);
  }
}

/** Whether every word of this language can be said at once. */
export const isHere = (language: Language): boolean => [...books].every(({ texts }) => texts[language]);

/** All the words in the languages that are needed. Where some cannot be fetched it fails, and may be asked again. */
export async function wordsHere(): Promise<void> {
  await Promise.all(needed.flatMap((language) => [...books].map((book) => fetchInto(book, language))));
}

/** As `wordsHere`, however often it takes. */
export async function untilWordsHere(): Promise<void> {
  for (;;) {
    try {
      return await wordsHere();
    } catch {
      await anotherChance();
    }
  }
}

/** A part of the app that is fetched when it is first wanted, together with the words that it brings. */
export async function part<T>(load: () => Promise<T>): Promise<T> {
  const fetched = await load();
  await wordsHere();
  return fetched;
}

function fetchAhead(book: Shelved, language: Language): void {
  // Whoever waits for it is told where it fails.
  fetchInto(book, language).catch(() => undefined);
}

const underWay = new Map<Shelved, Partial<Record<Language, Promise<void>>>>();

/** Once at a time; where it fails, the next one who asks tries again. */
function fetchInto(book: Shelved, language: Language): Promise<void> {
  if (book.texts[language]) return Promise.resolve();
  const asked = underWay.get(book) ?? {};
  underWay.set(book, asked);
  asked[language] ??= takeIn(book, language).finally(() => delete asked[language]);
  return asked[language];
}

async function takeIn(book: Shelved, language: Language): Promise<void> {
  book.texts[language] = (await book.sources[language]()).default;
}
