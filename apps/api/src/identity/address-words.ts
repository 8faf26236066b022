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

/** Behind the same door. */
const ROOM = String.raw`(?:(?:suite|ste|unite?|apt|apartment|app|appartement|bureau|local|room|floor|etage)(?!\p{L})|#)[\s.:#]*`;
const FLOOR = String.raw`\d+[a-z]*\s+(?:floor|etage)(?!\p{L})`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** Before the number of the door; `12-5th Avenue` is the door 12 on a street that has a number. */
const ROOM_FIRST = new RegExp(
  String.raw`^\s*(?:${[
    String.raw`${ROOM}[\p{L}\p{N}-]+[\s,]+(?=\d)`, // Suite 200, 100 King
    String.raw`(?:${ROOM})?\d+[a-z]?\s*[-–—]\s*(?=\d+[a-df-z]?${END})`, // 200-100 King
    String.raw`${FLOOR}[\s,]+(?=\d)`, // 2nd floor, 100 King
  ].join('|')})`,
  'u',
);
/** After the name of the street; from there on all is behind the door. Without a number or a letter it is the name (`Bureau Street`). */
const ROOM_LAST = new RegExp(
  String.raw`^(.*?\p{L}.*?)[\s,]+(?:${ROOM}(?:\p{L}?\p{N}|(?:\p{L}|rc|one|two|three|un|deux|trois)${END})|${FLOOR}).*$`,
  'u',
);

/** Without case, accents and the `s` of a Queen’s Road. */
const folded = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, 's');

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const isNumber = (word: string): boolean => /^\p{N}/u.test(word);
/** A number before what a street is, after that of the door, is its name: `100 5 Ave` is on 5th Avenue. */
const isName = (words: readonly string[], index: number): boolean =>
  words.slice(0, index).some(isNumber) && (TYPES.has(words[index + 1] ?? '') || words[index + 1] === 'st');

export interface Line {
  numbers: string[];
  name: string;
  types: string[];
  /** Directions, and other words of one letter: each is all there is between two streets. */
  letters: string[];
}

/** A line of an address as a patient looks for it: what is behind the door is not on the way. */
export function readLine(line: string | null): Line {
  const door = folded(line).replace(/^\s*n(?:o\.?|[°º])\s*(?=\d)/, '');
  const all = wordsOf(door.replace(ROOM_FIRST, '').replace(ROOM_LAST, '$1'));
  const numbers: string[] = [];
  const ordinals: string[] = [];
  const rest: string[] = [];
  all.forEach((word, index) => {
    const [, count] = ORDINAL.exec(word) ?? [];
    const ordinal = count ? `${count}th` : ORDINALS.get(word);
    if (ordinal) ordinals.push(ordinal);
    else if (isNumber(word)) (isName(all, index) ? ordinals : numbers).push(isName(all, index) ? `${word}th` : word);
    else rest.push(word);
  });
  const { directions, words } = takeDirections(rest);
  const isNumbered = ordinals.length > 0 || numbers.length > 1;
  const { types, named } = takeTypes(words, isNumbered || directions.length > 0);
  // Of `West Street` and `rue Est` the direction is the name.
  const nameless = isNumbered ? '' : directions.join('');
  return {
    numbers: [...numbers, ...ordinals],
    name: named.map((word) => (SAINTS.has(word) ? 'st' : (TYPES.get(word) ?? word))).join('') || nameless,
    types,
    letters: [...directions, ...named.filter((word) => word.length === 1)],
  };
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
function takeTypes(words: readonly string[], isNamed: boolean): { types: string[]; named: string[] } {
  const named = [...words];
  const types: string[] = [];
  const last = named.at(-1) ?? '';
  const type = last === 'st' ? 'rue' : TYPES.get(last);
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

/** Its directions in full: East York and West York are more than a letter apart. */
export const readCity = (city: string | null): string =>
  wordsOf(folded(city))
    .map((word) => (SAINTS.has(word) ? 'st' : (IN_CITIES.get(DIRECTIONS.get(word) ?? '') ?? word)))
    .join(' ');
