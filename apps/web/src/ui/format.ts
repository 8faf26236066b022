import { type Language, languageOf, localeOf, type MoneyAmount, nameFor, type Named } from '@keel/contracts';
import { type CivilDate, clockOf, dateIn, formatDate, formatInZone, type FormatLocale, type FormatStyle, sameClock } from '@keel/calendar';
import { useMemo } from 'react';
import { useSession } from '../session/use-session.js';
import { useLocale } from '../i18n/index.js';
import { usePrivacy } from './privacy.js';

interface Person {
  firstName: string;
  lastName: string;
  preferredName?: string | null;
}

/** Money, times and names as the reader writes them: in their language as the clinic's country writes it, and in the clinic's zone whatever the device's. */
export interface Format {
  /** What is written here follows it. */
  locale: FormatLocale;
  /** That of the words beside it. */
  language: Language;
  zone: string;
  money(money: MoneyAmount): string;
  /** Dec 1, 2026; in the US 12/1/2026 */
  date(instant: string): string;
  /** Tue, Dec 1; with its year where that is another than today's */
  day(instant: string): string;
  /** 2:30 p.m. */
  time(instant: string): string;
  /** Tuesday, December 1 at 2:30 p.m.; with its year where that is another than today's */
  dayTime(instant: string): string;
  /** 2 p.m. */
  hour(instant: string): string;
  /** A day of the calendar: Dec 1, 2026; `longDate`: Tuesday, December 1, 2026; `weekday`: Tue 1; `month`: December 2026. */
  civil(date: CivilDate, style?: 'date' | 'longDate' | 'weekday' | 'month'): string;
  /** The day that the clinic's clock shows at an instant. */
  dateOf(instant: string): CivilDate;
  /** The same by the clock of a place. */
  in(zone: string): Format;
  /** " (Vancouver time)" after a time by the clock of a place that shows another than the clinic's; otherwise nothing. */
  whose(instant: string, zone: string): string;
  /** First and last name, the preferred one in front; initials while names are hidden. */
  name(person: Person): string;
  /** What the clinic has named itself, such as a service. */
  called(named: Named): string;
}

export function useFormat(): Format {
  const { clinic } = useSession();
  const locale = useLocale();
  const { hidden } = usePrivacy();
  const zone = clinic.timeZone;
  return useMemo(() => makeFormat(locale, zone, hidden), [locale, zone, hidden]);
}

export function makeFormat(locale: FormatLocale, zone: string, hideNames = false): Format {
  const spell = (instant: string, style?: FormatStyle) => formatInZone(Date.parse(instant), zone, locale, style);
  const yearOf = (instant: number) => dateIn(zone, instant).slice(0, 4);
  const isThisYear = (instant: string) => yearOf(Date.parse(instant)) === yearOf(Date.now());
  const currencies = new Map<string, Intl.NumberFormat>();
  const currency = (code: string) => {
    let format = currencies.get(code);
    if (!format) {
      format = new Intl.NumberFormat(localeOf(locale, 'CA'), { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' });
      currencies.set(code, format);
    }
    return format;
  };
  const elsewhere = new Map<string, Format>();
  return {
    locale,
    language: languageOf(locale),
    zone,
    money: ({ amount, currency: code }) => currency(code).format(amount / 100),
    date: (instant) => spell(instant, 'date'),
    day: (instant) => spell(instant, isThisYear(instant) ? 'day' : 'dayOfYear'),
    // "9 h 00", "9:00 a.m." and "9:00 AM" stay in one piece.
    time: (instant) => spell(instant, 'time').replaceAll(' ', '\u00a0'),
    hour: (instant) => spell(instant, 'hour').replaceAll(' ', '\u00a0'),
    dayTime: (instant) =>
      spell(instant, isThisYear(instant) ? 'longDateTime' : 'fullDateTime').replace(/(\d) (h) (\d)|(\d) ([ap]\.|[AP]M)/, (clock) =>
        clock.replaceAll(' ', '\u00a0'),
      ),
    civil: (date, style = 'date') => formatDate(date, locale, style),
    dateOf: (instant) => dateIn(zone, Date.parse(instant)),
    in(other) {
      let format = elsewhere.get(other);
      if (!format) elsewhere.set(other, (format = makeFormat(locale, other, hideNames)));
      return format;
    },
    whose: (instant, other) => (sameClock(zone, other, Date.parse(instant)) ? '' : `\u00a0(${clockOf(other, locale)})`),
    called: (named) => nameFor(languageOf(locale), named),
    name: (person) => (hideNames ? hiddenName(person) : fullName(person)),
  };
}

interface Located {
  start: string;
  end: string;
  location: { timeZone: string };
}

/** When an appointment is, by the clock of its place, which is named where it is not the clinic's. */
export function whenOf(format: Format, { start, end, location: { timeZone } }: Located) {
  const there = format.in(timeZone);
  const whose = format.whose(start, timeZone);
  return {
    date: there.date(start),
    day: there.day(start),
    /** 2:30 p.m. (Vancouver time) */
    time: there.time(start) + whose,
    /** Tuesday, December 1 at 2:30 p.m. (Vancouver time) */
    dayTime: there.dayTime(start) + whose,
    /** 2:30 p.m. – 3:15 p.m. (Vancouver time) */
    span: `${there.time(start)} – ${there.time(end)}${whose}`,
  };
}

function fullName({ firstName, lastName, preferredName }: Person): string {
  return `${preferredName || firstName} ${lastName}`.trim();
}

const lettersOf = (...names: string[]) => names.map((name) => ([...name.trim()][0] ?? '').toUpperCase());

/** NP, for the picture of somebody without one. */
export const initialsOf = ({ firstName, lastName }: Person): string => lettersOf(firstName, lastName).join('');

function hiddenName({ firstName, lastName, preferredName }: Person): string {
  return lettersOf(preferredName || firstName, lastName)
    .filter(Boolean)
    .map((letter) => `${letter}.`)
    .join(' ');
}
