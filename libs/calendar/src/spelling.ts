// Spells what a clock on the wall shows, whatever the zone: the pages of patients are told it by the API and hold no zone's data.

/** A language as one country writes it; one without a country is as Canada writes it. */
export type FormatLocale = 'en' | 'fr' | 'en-CA' | 'fr-CA' | 'en-US';

const LONG_DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const STYLES = {
  /** Tuesday, December 1, 2026 · mardi 1er décembre 2026 */
  longDate: { ...LONG_DAY, year: 'numeric' },
  /** Dec 1, 2026 · 1er déc. 2026 · in the US 12/1/2026 */
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  /** Tue, Dec 1 · mar. 1er déc. */
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  /** Tue, Dec 1, 2026 · mar. 1er déc. 2026 */
  dayOfYear: { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
  /** Tue 1 · mar. 1 */
  weekday: { weekday: 'short', day: 'numeric' },
  /** December 2026 · décembre 2026 */
  month: { year: 'numeric', month: 'long' },
  /** 2 p.m. · 14 h · in the US 2 PM */
  hour: { hour: 'numeric' },
  /** 2:30 p.m. · 14 h 30 · in the US 2:30 PM */
  time: { hour: 'numeric', minute: '2-digit' },
  /** Tuesday, December 1 at 2:30 p.m. · mardi 1er décembre à 14 h 30 */
  longDateTime: undefined,
  /** Tuesday, December 1, 2026 at 2:30 p.m. · mardi 1er décembre 2026 à 14 h 30 */
  fullDateTime: undefined,
} as const satisfies Record<string, Intl.DateTimeFormatOptions | undefined>;
export type FormatStyle = keyof typeof STYLES;

const TAGS: Readonly<Partial<Record<FormatLocale, FormatLocale>>> = { en: 'en-CA', fr: 'fr-CA' };
/** 11/28/2026, as the United States write a short date. */
const US_DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric' };
const isFrench = (locale: FormatLocale) => locale.startsWith('fr');
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows (see WallTime) as a person reads it. */
export function spell(wall: number, locale: FormatLocale, style: FormatStyle): string {
  if (style !== 'longDateTime' && style !== 'fullDateTime') return formatted(wall, locale, style, STYLES[style]);
  const day = formatted(wall, locale, style, style === 'longDateTime' ? LONG_DAY : STYLES.longDate);
  return `${day} ${isFrench(locale) ? 'à' : 'at'} ${formatted(wall, locale, 'time', STYLES.time)}`;
}

/** A day of the calendar as a person reads it; it has no zone. */
export function formatDate(date: string, locale: FormatLocale, style: 'date' | 'longDate' | 'weekday' | 'month' = 'longDate'): string {
  return spell(Date.parse(`${date}T00:00:00Z`), locale, style);
}

function formatted(wall: number, locale: FormatLocale, name: FormatStyle, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${name}`;
  let formatter = formatters.get(key);
  if (!formatter) formatters.set(key, (formatter = makeFormatter(locale, name, options)));
  if (isFrench(locale) && options.month) return withOrdinal(formatter.formatToParts(wall));
  const text = formatter.format(wall);
  // Unicode's data for the US has a narrow space before AM and PM, of which fonts and text messages may know nothing.
  return locale === 'en-US' ? text.replaceAll('\u202f', ' ') : text;
}

function makeFormatter(locale: FormatLocale, name: FormatStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const isAmerican = locale === 'en-US';
  // Unicode's data for the US has the day before its weekday, "1 Tue", which nobody there writes.
  const tag = isAmerican && name === 'weekday' ? 'en-CA' : (TAGS[locale] ?? locale);
  return new Intl.DateTimeFormat(tag, { ...(isAmerican && name === 'date' ? US_DATE : options), timeZone: 'UTC' });
}

/** French counts the first of a month and no other day: 1er décembre, 2 décembre. Intl does not. */
function withOrdinal(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
}
