import { inSentence, type Language, localeOf } from '@keel/contracts';
import { useMemo } from 'react';
import { currentLanguage, useLanguage } from './index.js';
import { shelve, type Shelved, type Texts } from './shelf.js';

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
/** `appointments_one` or `appointments_other` is chosen by `count`; the caller names `appointments`. */
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${KeyOf<T[K]>}` }[keyof T & string];
type Values = Readonly<Record<string, string | number>>;

/** Where the words of one feature are fetched from, by language. */
interface Sources<T extends Texts> {
  readonly en: () => Promise<{ readonly default: T }>;
  readonly fr: () => Promise<{ readonly default: SameKeys<T> }>;
}

/** The words of one feature; only the language that is read is fetched, beside the feature's own code. */
export interface WordBook<T extends Texts = Texts> extends Shelved {
  readonly name: string;
  readonly sources: Sources<T>;
}
/** The texts of a book, whose keys the compiler knows. */
export type TextsOf<B> = B extends WordBook<infer T> ? T : never;
export type Translate<T extends Texts> = (key: KeyOf<T>, values?: Values) => string;

/** `fr` has the keys of `en`, which the compiler sees to; a test sees to the placeholders. */
export function defineWords<T extends Texts>(name: string, sources: Sources<T>): WordBook<T> {
  const book: WordBook<T> = { name, sources, texts: {} };
  shelve(book);
  return book;
}

/** Whether a book has a word of this key, which came from elsewhere. */
export const hasWord = <T extends Texts>(book: WordBook<T>, key: string): key is KeyOf<T> =>
  find(book.texts[currentLanguage()], key) !== undefined;

/** The keys of a book, or of one part of it, in the order in which they stand there. */
export function keysOf<T extends Texts>(book: WordBook<T>, within?: keyof T & string): readonly string[] {
  const texts = book.texts[currentLanguage()];
  const there = within === undefined ? texts : texts?.[within];
  return typeof there === 'object' ? Object.keys(there) : [];
}

/** The words of a book in the reader's language, for outside of components. */
export function wordsOf<T extends Texts>(book: WordBook<T>, language: Language = currentLanguage()): Translate<T> {
  return (key, values) => {
    const text =
      values && 'count' in values ? plural(book.texts[language], key, language, Number(values['count'])) : find(book.texts[language], key);
    // A key that is not there shows itself; the compiler does not let it come to that.
    return text === undefined ? `${book.name}.${key}` : fill(text, language, values);
  };
}

/** The words of a book in the reader's language; the component is drawn again where the language changes. */
export function useWords<T extends Texts>(book: WordBook<T>): Translate<T> {
  const language = useLanguage();
  return useMemo(() => wordsOf(book, language), [book, language]);
}

function find(texts: unknown, key: string): string | undefined {
  let found = texts;
  for (const step of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  return typeof found === 'string' ? found : undefined;
}

const rules: Partial<Record<Language, Intl.PluralRules>> = {};

/** French counts zero as one, English does not; what a language calls `many` (a million) is said like any other number. */
function plural(texts: unknown, key: string, language: Language, count: number): string | undefined {
  const rule = (rules[language] ??= new Intl.PluralRules(language));
  return find(texts, `${key}_${rule.select(count)}`) ?? find(texts, `${key}_other`) ?? find(texts, key);
}

const numbers: Partial<Record<Language, Intl.NumberFormat>> = {};

/**
 * What is counted is grouped as the language does in every country: 12,345; other numbers are names of things, and stay as they are. A name
 * that reads from right to left keeps to itself.
 */
function fill(text: string, language: Language, values: Values = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (name === 'count' && typeof value === 'number')
      return (numbers[language] ??= new Intl.NumberFormat(localeOf(language, 'CA'))).format(value);
    return inSentence(String(value ?? place));
  });
}
