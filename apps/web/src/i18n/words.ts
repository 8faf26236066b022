import { inSentence, type Locale } from '@keel/contracts';
import { useMemo } from 'react';
import { currentLocale, useLocale } from './index.js';

/** Texts by key, in as many levels as reads well. */
export interface Texts {
  readonly [key: string]: string | Texts;
}
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
/** `appointments_one` or `appointments_other` is chosen by `count`; the caller names `appointments`. */
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${KeyOf<T[K]>}` }[keyof T & string];
type Values = Readonly<Record<string, string | number>>;

/** The words of one feature in both languages; they travel in the feature's own chunk. */
export interface WordBook<T extends Texts = Texts> {
  readonly name: string;
  readonly en: T;
  readonly fr: SameKeys<T>;
}
export type Translate<T extends Texts> = (key: KeyOf<T>, values?: Values) => string;

/** `fr` has the keys of `en`, which the compiler sees to; a test sees to the placeholders. */
export function defineWords<const T extends Texts>(name: string, en: T, fr: SameKeys<T>): WordBook<T> {
  return { name, en, fr };
}

/** The words of a book in the reader's language, for outside of components. */
export function wordsOf<T extends Texts>(book: WordBook<T>, locale: Locale = currentLocale()): Translate<T> {
  return (key, values) => {
    const text = values && 'count' in values ? plural(book[locale], key, locale, Number(values['count'])) : find(book[locale], key);
    // A key that is not there shows itself; the compiler does not let it come to that.
    return text === undefined ? `${book.name}.${key}` : fill(text, locale, values);
  };
}

/** The words of a book in the reader's language; the component is drawn again where the language changes. */
export function useWords<T extends Texts>(book: WordBook<T>): Translate<T> {
  const locale = useLocale();
  return useMemo(() => wordsOf(book, locale), [book, locale]);
}

function find(texts: unknown, key: string): string | undefined {
  let found = texts;
  for (const step of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  return typeof found === 'string' ? found : undefined;
}

const rules: Partial<Record<Locale, Intl.PluralRules>> = {};

/** French counts zero as one, English does not; what a language calls `many` (a million) is said like any other number. */
function plural(texts: unknown, key: string, locale: Locale, count: number): string | undefined {
  const rule = (rules[locale] ??= new Intl.PluralRules(locale));
  return find(texts, `${key}_${rule.select(count)}`) ?? find(texts, `${key}_other`) ?? find(texts, key);
}

const numbers: Partial<Record<Locale, Intl.NumberFormat>> = {};

/**
 * What is counted is grouped as the language does: 12,345; other numbers are names of things, and stay as they are. A name
 * that reads from right to left keeps to itself.
 */
function fill(text: string, locale: Locale, values: Values = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const value = values[name];
    if (name === 'count' && typeof value === 'number') return (numbers[locale] ??= new Intl.NumberFormat(`${locale}-CA`)).format(value);
    return inSentence(String(value ?? place));
  });
}
