import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Texts by key, in as many levels as reads well. */
export interface Texts {
  readonly [key: string]: string | Texts;
}
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
/** i18next chooses `visits_one` or `visits_other` by `count`; the caller names `visits`. */
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${KeyOf<T[K]>}` }[keyof T & string];

/** The words of one feature in both languages; they travel in the feature's own chunk. */
export interface WordBook<T extends Texts = Texts> {
  readonly name: string;
  readonly en: T;
  readonly fr: SameKeys<T>;
}
export type Translate<T extends Texts> = (key: KeyOf<T>, values?: Record<string, string | number>) => string;

/** `fr` has the keys of `en`, which the compiler sees to; a test sees to the placeholders. */
export function defineWords<const T extends Texts>(name: string, en: T, fr: SameKeys<T>): WordBook<T> {
  return { name, en, fr };
}

/** The words of a book in the reader's language, for outside of components. */
export function wordsOf<T extends Texts>(book: WordBook<T>): Translate<T> {
  if (!i18next.hasResourceBundle('en', book.name)) {
    i18next.addResourceBundle('en', book.name, book.en);
    i18next.addResourceBundle('fr', book.name, book.fr);
  }
  // Its own types know one book only; ours have checked the key.
  const translate = i18next.t as (key: string, options: object) => string;
  return (key, values) => translate(key, { ...values, ns: book.name });
}

/** The words of a book in the reader's language; the component is drawn again where the language changes. */
export function useWords<T extends Texts>(book: WordBook<T>): Translate<T> {
  const { i18n } = useTranslation();
  // The language is what the function depends on, although it is not named in it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => wordsOf(book), [book, i18n.language]);
}
