import type { Country } from './types.js';

/** The languages that words are in. Anything else falls back to English. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words in the languages of Keel; a clinic may write its own in one of them only. */
export type LocalText = Partial<Record<Language, string>>;

/** What dates, times, numbers and money are written by, as tags of BCP 47: a language as one country writes it. */
export const LOCALES = ['en-CA', 'fr-CA', 'en-US'] as const;
export type Locale = (typeof LOCALES)[number];

/** What may be stated of a clinic or a person, and is given back as it was: a locale, or a language as the clinic's country writes it. */
export const STATED_LOCALES = [...LANGUAGES, ...LOCALES] as const;
export type StatedLocale = Language | Locale;

const WRITTEN: Readonly<Record<Country, Readonly<Record<Language, Locale>>>> = {
  CA: { en: 'en-CA', fr: 'fr-CA' },
  // Nobody has rules for French of the United States: it is written as in Canada.
  US: { en: 'en-US', fr: 'fr-CA' },
};

/** The language that the words are in. */
export const languageOf = (stated: StatedLocale): Language => (stated.startsWith('fr') ? 'fr' : 'en');

/** What formats follow; `country` is the clinic's. */
export const localeOf = (stated: StatedLocale, country: Country): Locale =>
  stated === 'en' || stated === 'fr' ? WRITTEN[country][stated] : stated;

/**
 * What the formats beside words of one language follow: what was stated, where it is of this language. Who reads French at a clinic
 * that writes English (US) has French formats, and the other way about.
 */
export const localeIn = (language: Language, stated: StatedLocale, country: Country): Locale =>
  localeOf(languageOf(stated) === language ? stated : language, country);
