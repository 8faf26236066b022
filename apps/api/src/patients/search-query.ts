/** What a typed query asks for: words of names, digits of a phone number, or possible dates of birth. */
export interface SearchQuery {
  words: string[];
  digits: string | null;
  births: string[] | null;
}

const MAX_WORDS = 6;
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, janv: 1, january: 1, janvier: 1,
  feb: 2, fev: 2, fevr: 2, february: 2, fevrier: 2,
  mar: 3, mars: 3, march: 3,
  apr: 4, avr: 4, april: 4, avril: 4,
  may: 5, mai: 5,
  jun: 6, june: 6, juin: 6,
  jul: 7, july: 7, juil: 7, juillet: 7,
  aug: 8, aout: 8, august: 8,
  sep: 9, sept: 9, september: 9, septembre: 9,
  oct: 10, october: 10, octobre: 10,
  nov: 11, november: 11, novembre: 11,
  dec: 12, december: 12, decembre: 12,
}; // prettier-ignore

/** Letters as one would type them on a plain keyboard: no accents, no case, apostrophes and hyphens as spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a person is found by; the same folding as the query's, so that both meet. */
export function searchKey(parts: readonly (string | null | undefined)[]): string {
  return [...new Set(plain(parts.filter(Boolean).join(' ')).split(' ').filter(Boolean))].join(' ');
}

/** Reads dates first, then a phone number, and takes what is left as words in any order. */
export function parseSearch(text: string): SearchQuery {
  const births = dates(text);
  if (births) return { words: words(births.rest), digits: null, births: births.dates };
  const digits = text.match(/\d/g)?.join('') ?? '';
  const letters = words(text.replace(/[\d+().#-]+/g, ' '));
  if (digits.length >= 3) return { words: letters, digits, births: null };
  return { words: words(text), digits: null, births: null };
}

function words(text: string): string[] {
  return plain(text).split(' ').filter(Boolean).slice(0, MAX_WORDS);
}

function dates(text: string): { dates: string[]; rest: string } | undefined {
  const numeric = /\b(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\b/.exec(text);
  if (numeric) {
    const [a, b, c] = numeric.slice(1).map(Number) as [number, number, number];
    const found = [civil(a, b, c), civil(c, b, a), civil(c, a, b)].filter((date) => date !== undefined);
    if (found.length > 0) return { dates: [...new Set(found)], rest: text.replace(numeric[0], ' ') };
  }
  const named = /\b(?:(\d{1,2})(?:er|st|nd|rd|th)? )?(\p{L}{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\b/u.exec(
    text.normalize('NFKD').replace(/\p{M}+/gu, ''),
  );
  const month = MONTHS[named?.[2]?.toLowerCase() ?? ''];
  const date = named && month ? civil(Number(named[4]), month, Number(named[1] ?? named[3])) : undefined;
  return named && date
    ? {
        dates: [date],
        rest: text
          .normalize('NFKD')
          .replace(/\p{M}+/gu, '')
          .replace(named[0], ' '),
      }
    : undefined;
}

/** `YYYY-MM-DD` of a day that exists between 1880 and 2199, or undefined. */
export function civil(year: number, month: number, day: number): string | undefined {
  if (year < 1880 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
