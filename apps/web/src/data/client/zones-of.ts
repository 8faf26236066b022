/** The world's zones as moment-timezone packs them. */
export interface Packed {
  version: string;
  zones: string[];
  links: string[];
  countries: string[];
}

/** The zones of some countries under all their names, by the law from 1990 to 2080. */
export function zonesOf({ version, zones, links, countries }: Packed, of: string[]): Omit<Packed, 'countries'> {
  const wanted = new Set(countries.filter((line) => of.includes(line.slice(0, 2))).flatMap((line) => line.slice(3).split(' ')));
  const pairs = links.map((link) => link.split('|'));
  // A link stands in either direction: a zone may be known by the other name.
  for (const names of pairs) if (names.some((name) => wanted.has(name))) for (const name of names) wanted.add(name);
  return {
    version,
    zones: zones.filter((line) => wanted.has(line.slice(0, line.indexOf('|')))).map(nearFuture),
    links: links.filter((link) => link.split('|').some((name) => wanted.has(name))),
  };
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';
const SINCE_MINUTES = Date.UTC(1990, 0) / 60_000;
const UNTIL_MINUTES = Date.UTC(2080, 0) / 60_000;

/** The packed rules begin with the railways and repeat today's law for five centuries; a clinic's records lie between. */
function nearFuture(line: string): string {
  const [name = '', , offsets = '', periods = '', lengths = ''] = line.split('|');
  const spans = lengths.split(' ').filter(Boolean);
  let minutes = 0;
  let first = 0;
  let begins = 0;
  let kept = 0;
  for (const span of spans) {
    minutes += base60(span);
    if (minutes > UNTIL_MINUTES) break;
    kept++;
    if (minutes < SINCE_MINUTES) first = kept;
    else begins ||= Math.round(minutes);
  }
  const ends = begins === 0 ? [] : [toBase60(begins), ...spans.slice(first + 1, kept)];
  return [name, '', offsets, periods.slice(first, kept + 1), ends.join(' ')].join('|');
}

function base60(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  let value = [...whole].reduce((sum, digit) => sum * 60 + DIGITS.indexOf(digit), 0);
  [...fraction].forEach((digit, place) => (value += DIGITS.indexOf(digit) / 60 ** (place + 1)));
  return text.startsWith('-') ? -value : value;
}

function toBase60(value: number): string {
  return value < 60 ? (DIGITS[value] ?? '') : toBase60(Math.floor(value / 60)) + (DIGITS[value % 60] ?? '');
}
