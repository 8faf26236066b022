/** The world's zones as moment-timezone packs them. */
export interface Packed {
  version: string;
  zones: string[];
  links: string[];
  countries: string[];
}

/** The zones of some countries under all their names, by the law up to 2080. */
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
const UNTIL_MINUTES = Date.UTC(2080, 0) / 60_000;

/** The packed rules repeat today's law for five centuries; a clinic books for half a century at the most. */
function nearFuture(line: string): string {
  const [name = '', , offsets = '', periods = '', lengths = ''] = line.split('|');
  let minutes = 0;
  let kept = 0;
  for (const length of lengths.split(' ').filter(Boolean)) {
    const [whole = ''] = length.replace('-', '').split('.');
    const value = [...whole].reduce((sum, digit) => sum * 60 + DIGITS.indexOf(digit), 0);
    minutes += length.startsWith('-') ? -value : value;
    if (minutes > UNTIL_MINUTES) break;
    kept++;
  }
  return [name, '', offsets, periods.slice(0, kept + 1), lengths.split(' ').slice(0, kept).join(' ')].join('|');
}
