import { readBirths } from './birth-dates.js';
import { acrossNames, spellings } from './name-spelling.js';

/** What a typed query asks for: words of names, digits of a phone number or of a name, or possible dates of birth. */
export interface SearchQuery {
  words: string[];
  digits: string | null;
  births: string[] | null;
  /** An e-mail address or its beginning, in lower case. */
  email: string | null;
}

const MAX_WORDS = 6;

/** Every sign that people and programs write for an apostrophe; some of them are letters to Unicode. */
const APOSTROPHES = /['\u2018\u2019\u201b\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u2032\u05f3\ua78b\ua78c\uff07`\u00b4]/gu;
/** A number of a workplace and who answers there, as `x 23`, `ext. 23`, `poste 23` or `#23`. */
const EXTENSION = /(?:\bext(?:ension)?\b|\bposte\b|(?<=\d\s*)x|#)\.?:?\s*\d{1,7}\s*$/iu;
const EMAIL = /\S*[^\s@]@[^\s@]*/u;

/** Letters as one would type them on a plain keyboard: no accents, no case, apostrophes and hyphens as spaces. */
export function plain(text: string): string {
  return (
    text
      .replace(APOSTROPHES, ' ')
      .normalize('NFKD')
      // What was one letter may be an apostrophe and another now: ŉ.
      .replace(APOSTROPHES, ' ')
      .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
      .replaceAll('ł', 'l')
      .replaceAll('đ', 'd')
      .replaceAll('ð', 'd')
      .replaceAll('þ', 'th')
      .replaceAll('ı', 'i')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** What a person is found by; the same folding as the query's, so that both meet. */
export function searchKey(parts: readonly (string | null | undefined)[], email?: string | null): string {
  const names = parts.map(split);
  // Of an address only its words: whoever types more of it than that types its sign, which is looked for apart.
  return [...new Set([...names.flatMap(spellings), ...acrossNames(names), ...split(email?.split('@')[0])])].join(' ');
}

/** Reads an address or a date first, then a phone number, and takes what is left as words in any order. */
export function parseSearch(typed: string): SearchQuery {
  const text = tidy(typed);
  const none = { digits: null, births: null, email: null };
  const email = EMAIL.exec(text)?.[0].toLowerCase();
  if (email) return { ...none, words: words(text.replace(EMAIL, ' ')), email };
  const births = readBirths(text);
  const digits = dialled(text.replace(EXTENSION, '').replace('(0)', '').match(/\d/gu)?.join('') ?? '');
  // Eight digits alone, or a year beside a name, are of a birth, a phone number or a name: all are looked for.
  if (births) return { ...none, words: words(births.rest), births: births.dates, digits: births.maybePhone ? digits : null };
  const letters = words(text.replace(EXTENSION, '').replace(/[\d+().#-]+/gu, ' '));
  if (digits.length >= 3) return { ...none, words: letters, digits };
  return { ...none, words: words(text) };
}

function split(text: string | null | undefined): string[] {
  return plain(text ?? '')
    .split(' ')
    .filter(Boolean);
}

/** Digits of every width, dashes of every length, and nothing that is not seen: as they come from a page or a table. */
function tidy(typed: string): string {
  return typed
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\uff10-\uff19]/gu, (digit) => digit.normalize('NFKC'))
    .replace(/(?![\u200c\u200d])\p{Cf}+/gu, '')
    .replace(/\s+/gu, ' ');
}

/** Numbers are kept with the code of their country: what one dials before it, or instead of it, is not in them. */
function dialled(digits: string): string {
  return digits.length < 9 ? digits : digits.replace(/^(?:011|00|0)/u, '');
}

function words(text: string): string[] {
  return split(text).slice(0, MAX_WORDS);
}
