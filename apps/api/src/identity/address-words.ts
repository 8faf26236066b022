import { NUMBERED_STREET, onTheWay } from './address-rooms.js';

/** What a street is, in both languages, as it is compared. `st` is not here: it is a street at the end of a name, and a saint before one. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rue: ['street', 'str'],
    ave: ['avenue', 'av'],
    rd: ['road'],
    blvd: ['boulevard', 'boul', 'bd'],
    dr: ['drive'],
    ln: ['lane'],
    ct: ['court', 'crt'],
    cres: ['crescent', 'croissant', 'cr'],
    pl: ['place'],
    hwy: ['highway'],
    pkwy: ['parkway'],
    terr: ['terrace', 'terrasse', 'ter'],
    ch: ['chemin'],
    way: ['wy'],
    trail: ['trl'],
    square: ['sq', 'carre'],
    circle: ['cir', 'cercle'],
    route: ['rte'],
    montee: ['mtee'],
    alley: ['allee'],
    promenade: ['prom'],
    ...Object.fromEntries(['rang', 'impasse', 'ruelle', 'gate', 'row', 'close', 'path', 'loop'].map((type) => [type, []])),
  }).flatMap(([type, spellings]: [string, string[]]) => [type, ...spellings].map((word) => [word, type])),
);
const SAINTS = new Set(['saint', 'sainte', 'ste']);
const DIRECTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    n: ['north', 'nord'],
    s: ['south', 'sud'],
    e: ['east', 'est'],
    w: ['west', 'ouest'],
    nw: ['northwest', 'nordouest'],
    ne: ['northeast', 'nordest'],
    sw: ['southwest', 'sudouest'],
    se: ['southeast', 'sudest'],
  }).flatMap(([direction, spellings]) => [direction, ...spellings].map((word) => [word, direction])),
);
/** In French alone, and only at the end: before a name they are O’Connor and the like. */
const LAST_DIRECTIONS: ReadonlyMap<string, string> = new Map([
  ['o', 'w'],
  ['no', 'nw'],
  ['so', 'sw'],
]);
const IN_CITIES: ReadonlyMap<string, string> = new Map([
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
]);
const ORDINALS: ReadonlyMap<string, string> = new Map(
  [
    ['first', 'premier', 'premiere'],
    ['second', 'seconde', 'deuxieme'],
    ['third', 'troisieme'],
    ['fourth', 'quatrieme'],
    ['fifth', 'cinquieme'],
    ['sixth', 'sixieme'],
    ['seventh', 'septieme'],
    ['eighth', 'huitieme'],
    ['ninth', 'neuvieme'],
    ['tenth', 'dixieme'],
    ['eleventh', 'onzieme'],
    ['twelfth', 'douzieme'],
  ].flatMap((words, index) => words.map((word) => [word, `${index + 1}th`] as const)),
);
const ORDINAL = /^(\d+)(?:st|nd|rd|th|er|re|ere|e|eme|ieme|nde)$/;

/** What the number before or after it is the name of: `Rang 4`, `4e Rang`, `Line 5`, `Hwy 7`. */
const NUMBERED = new Set(['hwy', 'route', 'rang', 'line', 'concession']);
/** As the number of a door; of French ones none, which begin a name (`Deux-Montagnes`). */
const DOORS: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
]);
/** Words of a name that are shortened as often as not. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['mt', 'mount'],
  ['ft', 'fort'],
  ['gdns', 'gardens'],
  ['hts', 'heights'],
  ['pk', 'park'],
]);
const ARTICLES = new Set(['the', 'de', 'du', 'des', 'la', 'le', 'les']);

/** Without case, accents and the `s` of a Queen’s Road. */
const folded = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, 's');

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const isNumber = (word: string): boolean => /^\p{N}/u.test(word);
const typeOf = (word: string | undefined): string | undefined => TYPES.get(word ?? '') ?? (NUMBERED.has(word ?? '') ? word : undefined);
/** Beside what a street is, a number that is not that of the door is its name: `100 5 Ave` is on 5th Avenue, `Rang 4, 12` on the fourth. */
function isName(words: readonly string[], index: number): boolean {
  const [before, after] = [words[index - 1], words[index + 1]];
  const isTheirs = ORDINAL.test(words[index - 2] ?? '');
  if (NUMBERED.has(typeOf(before) ?? '') && !isTheirs) return words.some((word, other) => other !== index && isNumber(word));
  return words.slice(0, index).some(isNumber) && (typeOf(after) !== undefined || after === 'st');
}

export interface Line {
  /** The door's first; two of them with a dash. */
  numbers: string[];
  /** In one word, but for the articles before it. */
  name: string;
  types: string[];
  /** Directions, and other words of one letter: each is all there is between two streets. One of several houses has a `#` before it. */
  letters: string[];
}

/** A line of an address as a patient looks for it: what is behind the door is not on the way, and the city is known besides. */
export function readLine(text: string | null, city: string | null): Line {
  const { line, first, houses } = onTheWay(withoutCity(folded(text), city));
  const all = wordsOf(line);
  const door = all.every((word) => !isNumber(word) || ORDINAL.test(word)) ? DOORS.get(all[0] ?? '') : undefined;
  if (door) all[0] = door;
  const numbers: string[] = [];
  const ordinals: string[] = [];
  const rest: string[] = [];
  all.forEach((word, index) => {
    const [, count] = ORDINAL.exec(word) ?? [];
    const ordinal = count ? `${count}th` : ORDINALS.get(word);
    if (ordinal) ordinals.push(ordinal);
    else if (isNumber(word)) (isName(all, index) ? ordinals : numbers).push(isName(all, index) ? `${word}th` : word);
    else rest.push(SHORT.get(word) ?? word);
  });
  if (first && numbers[0]) numbers[0] = `${first}-${numbers[0]}`;
  const { directions, words } = takeDirections(rest);
  const isNumbered = ordinals.length > 0 || numbers.length > 1;
  const { types, named } = takeTypes(words, { isNumbered, isNamed: isNumbered || directions.length > 0 });
  const { articles, name } = takeArticles(named);
  const joined = name.map((word) => (SAINTS.has(word) ? 'st' : (TYPES.get(word) ?? word))).join('');
  // Of `West Street` and `rue Est` the direction is the name.
  const nameless = isNumbered ? '' : directions.join('');
  return {
    numbers: [...numbers, ...ordinals],
    name: [...articles, joined].filter(Boolean).join(' ') || nameless,
    types,
    letters: [...directions, ...name.filter((word) => word.length === 1), ...houses.map((house) => `#${house}`)],
  };
}

/** At the beginning of a name, and never all of it. Of one letter (`l’Église`) before a vowel alone: others are streets of a letter. */
function takeArticles(named: readonly string[]): { articles: string[]; name: string[] } {
  const isArticle = (word: string, index: number) =>
    index < named.length - 1 && (ARTICLES.has(word) || (/^[dl]$/.test(word) && /^[aeiouyh]\p{L}/u.test(named[index + 1] ?? '')));
  const count = named.findIndex((word, index) => !isArticle(word, index));
  return { articles: named.slice(0, count), name: named.slice(count) };
}

function takeDirections(all: readonly string[]): { directions: string[]; words: string[] } {
  const directions: string[] = [];
  const words: string[] = [];
  let isAfterOne = false;
  all.forEach((word, index) => {
    const direction = DIRECTIONS.get(word) ?? (index === all.length - 1 ? LAST_DIRECTIONS.get(word) : undefined);
    const before = directions.at(-1);
    if (!direction) words.push(word);
    else if (isAfterOne && /^[ns]$/.test(before ?? '') && /^[ew]$/.test(direction)) directions.splice(-1, 1, `${before}${direction}`);
    else directions.push(direction);
    isAfterOne = direction !== undefined;
  });
  return { directions, words };
}

/** What a street is stands before its name or after it, and is the name itself where there is no other (`Court Street`). */
function takeTypes(
  words: readonly string[],
  { isNumbered, isNamed }: { isNumbered: boolean; isNamed: boolean },
): { types: string[]; named: string[] } {
  const named = [...words];
  const types: string[] = [];
  const last = named.at(-1) ?? '';
  const type = last === 'st' ? 'rue' : (TYPES.get(last) ?? (isNumbered ? typeOf(last) : undefined));
  if (type && (named.length > 1 || isNamed)) {
    types.push(type);
    named.pop();
  }
  const first = TYPES.get(named[0] ?? '');
  if (first && named.length > 1) {
    types.push(first);
    named.shift();
  }
  return { types, named };
}

const PROVINCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    qc: ['quebec', 'que', 'pq'],
    on: ['ontario', 'ont'],
    bc: ['british columbia', 'colombie britannique', 'cb'],
    ab: ['alberta', 'alta'],
    mb: ['manitoba'],
    sk: ['saskatchewan', 'sask'],
    ns: ['nova scotia', 'nouvelle ecosse'],
    nb: ['new brunswick', 'nouveau brunswick'],
    nl: ['newfoundland', 'newfoundland and labrador', 'terre neuve', 'terre neuve et labrador'],
    pe: ['prince edward island', 'ile du prince edouard', 'pei'],
    yt: ['yukon'],
    nt: ['northwest territories', 'territoires du nord ouest'],
    nu: ['nunavut'],
  }).flatMap(([province, names]) => [province, ...names].map((name) => [name, province])),
);
const PROVINCE_LAST = new RegExp(String.raw`^(.*\S) (${[...PROVINCES.keys()].toSorted((a, b) => b.length - a.length).join('|')})$`);

/** A city as it is kept, without the province and the like that may stand behind it. */
export function cityAndProvince(kept: string): { city: string; province: string } {
  const place = kept
    .replace(/ canada$/, '')
    .replace(/^(?:ville de|city of|town of) /, '')
    .replace(/^quebec city\b/, 'quebec');
  const [, city = place, name = ''] = PROVINCE_LAST.exec(place) ?? [];
  return { city, province: PROVINCES.get(name) ?? '' };
}

const POSTAL_CODE = /(?<![\p{L}\p{N}])[a-z]\d[a-z][\s-]?\d[a-z]\d(?![\p{L}\p{N}])/gu;

/** A city without a comma before it, after a street that has a number for a name: `10123-99 Avenue NW Edmonton`. */
const afterNumbers = (city: string): RegExp => new RegExp(String.raw`^(${NUMBERED_STREET}) ${city || 'canada'}$`, 'u');

/** What stands in the line besides, after its last commas: the city that is known, a province, a country, a postal code. */
function withoutCity(line: string, city: string | null): string {
  const known = cityAndProvince(readCity(city)).city;
  const parts = line.replace(POSTAL_CODE, ' ').replace(afterNumbers(known), '$1').split(',');
  const isPlace = (part: string) => {
    const said = readCity(part);
    return said === '' || said === 'canada' || PROVINCES.has(said) || (known !== '' && cityAndProvince(said).city === known);
  };
  while (parts.length > 1 && isPlace(parts.at(-1) ?? '') && /\p{L}/u.test(parts.slice(0, -1).join(' '))) parts.pop();
  return parts.join(',');
}

/** Its directions in full: East York and West York are more than a letter apart. */
export const readCity = (city: string | null): string =>
  wordsOf(folded(city))
    .map((word) => (SAINTS.has(word) ? 'st' : (IN_CITIES.get(DIRECTIONS.get(word) ?? '') ?? SHORT.get(word) ?? word)))
    .join(' ');
