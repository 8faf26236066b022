import { clockOf, formatInZone, sameClock } from '@keel/calendar';
import { inSentence, languageOf, localeOf, type StatedLocale } from '@keel/contracts';

/** What an entry's event told; which members there are follows from its kind. */
export type TimelineData = Readonly<Record<string, unknown>>;

/** What the ids of a journey stand for. Each appointment is told by the clock of its location. */
export interface Known {
  timeZone: string;
  locations: ReadonlyMap<string, { name: string; timeZone: string }>;
  /** By the id of the practitioner. */
  practitioners: ReadonlyMap<string, string>;
}

/** The members of an entry's data in the reader's language. */
export interface Say {
  word(name: string): string;
  time(name: string): string;
  money(name: string): string;
  /** The name of the practitioner or location whose id it is. */
  practitioner(name: string): string;
  location(name: string): string;
  channel: string;
}

/** Words and formats are the reader's; a bare language is as Canada writes it. */
export function sayer(data: TimelineData, locale: StatedLocale, known: Known): Say {
  const french = languageOf(locale) === 'fr';
  const word = (name: string) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    word,
    time: (name) => {
      // A move may have been from another place; events of earlier releases do not say so.
      const place = (name === 'previousStart' && word('previousLocationId')) || word('locationId');
      const zone = known.locations.get(place)?.timeZone ?? known.timeZone;
      const at = formatInZone(new Date(word(name)), zone, locale);
      return sameClock(zone, known.timeZone, Date.parse(word(name))) ? at : `${at} (${clockOf(zone, locale)})`;
    },
    money: (name) =>
      // A clinic has one currency: its dollars need no word of whose they are.
      new Intl.NumberFormat(localeOf(locale, 'CA'), {
        style: 'currency',
        currency: word('currency') || 'CAD',
        currencyDisplay: 'narrowSymbol',
      }).format(Number(data[name]) / 100),
    practitioner: (name) => inSentence(known.practitioners.get(word(name)) ?? '?'),
    location: (name) => inSentence(known.locations.get(word(name))?.name ?? '?'),
    channel: data['channel'] === 'sms' ? (french ? 'texto' : 'text message') : french ? 'courriel' : 'e-mail',
  };
}
