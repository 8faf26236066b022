import type { Locale } from '@keel/contracts';
import { anotherChance } from './another-chance.js';

/** Texts by key, in as many levels as reads well. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** A book of words: from where each language is fetched, and what has been. */
export interface Shelved {
  readonly sources: Readonly<Record<Locale, () => Promise<{ readonly default: Texts }>>>;
  readonly texts: Partial<Record<Locale, Texts>>;
}

const books = new Set<Shelved>();
/** The language that is read, and the one it is being changed to. */
const wanted = new Set<Locale>();

/** Puts up a book with the code that needs it; what is wanted of it is asked for at once, and waited for by `wordsHere`. */
export function shelve(book: Shelved): void {
  books.add(book);
  for (const locale of wanted) fetchAhead(book, locale);
}

/** A language that somebody will read, from now on; the words of all code that is there already are asked for. */
export function want(locale: Locale): void {
  wanted.add(locale);
  for (const book of books) fetchAhead(book, locale);
}

/** Whether every word of this language can be said at once. */
export const isHere = (locale: Locale): boolean => [...books].every(({ texts }) => texts[locale]);

/** All the words in all wanted languages. Where some cannot be fetched it fails, and may be asked again. */
export async function wordsHere(): Promise<void> {
  await Promise.all([...wanted].flatMap((locale) => [...books].map((book) => fetchInto(book, locale))));
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

function fetchAhead(book: Shelved, locale: Locale): void {
  // Whoever waits for it is told where it fails.
  fetchInto(book, locale).catch(() => undefined);
}

const underWay = new Map<Shelved, Partial<Record<Locale, Promise<void>>>>();

/** Once at a time; where it fails, the next one who asks tries again. */
function fetchInto(book: Shelved, locale: Locale): Promise<void> {
  if (book.texts[locale]) return Promise.resolve();
  const asked = underWay.get(book) ?? {};
  underWay.set(book, asked);
  asked[locale] ??= takeIn(book, locale).finally(() => delete asked[locale]);
  return asked[locale];
}

async function takeIn(book: Shelved, locale: Locale): Promise<void> {
  book.texts[locale] = (await book.sources[locale]()).default;
}
