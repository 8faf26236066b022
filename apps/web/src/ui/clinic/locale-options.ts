import { type Country, LANGUAGES, type Locale, localeOf, type StatedLocale } from '@keel/contracts';

/** Each by its own language, for whoever reads no other. */
const NAMES = { 'en-CA': ['English', 'Canada'], 'fr-CA': ['Français', 'Canada'], 'en-US': ['English', 'US'] } as const satisfies Record<
  Locale,
  readonly [language: string, country: string]
>;

/** A language as people call it, with the country where that is not what a clinic in Canada takes for granted: English (US). */
export function localeName(stated: StatedLocale, country: Country): string {
  const locale = localeOf(stated, country);
  const [language, where] = NAMES[locale];
  return country === 'CA' && locale.endsWith('-CA') ? language : `${language} (${where})`;
}

/**
 * What a clinic or its patients may be written to in: each language as the clinic's country writes it, and what is stated so far,
 * which stays as it was stated until somebody chooses otherwise.
 */
export function localeOptions(country: Country, stated: StatedLocale): { value: StatedLocale; label: string }[] {
  const now = localeOf(stated, country);
  const usual = LANGUAGES.map((language): StatedLocale => (localeOf(language, country) === now ? stated : language));
  const offered = usual.includes(stated) ? usual : [...usual, stated];
  return offered.map((value) => ({ value, label: localeName(value, country) }));
}
