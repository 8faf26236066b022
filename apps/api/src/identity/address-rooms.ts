/*
 * What of a line of an address is behind the door, or on no way at all: suites, floors, post boxes. In both languages, in small letters and
 * without accents. A door or a street that is taken away would make one of two doors, so what is not plainly behind the door stays.
 */

const END = String.raw`(?![\p{L}\p{N}])`;
const BEGIN = String.raw`(?<![\p{L}\p{N}])`;
const DASH = '[-–—]';
const ROOM = String.raw`(?:(?:suite|ste|unite?|apt|apartment|app|appartement|bureau|bur|local|room|floor|etage)(?!\p{L})|#)[\s.:#]*`;
const VALUE = String.raw`(?:\p{L}?\p{N}[\p{L}\p{N}-]*|(?:\p{L}|rc|one|two|three|un|deux|trois)${END})`;
const FLOOR = String.raw`\d+[a-z]*\s+(?:floor|fl|etage)${END}`;
const LEVEL = String.raw`(?:(?:main|ground|lower|upper|top|first|second|third|fourth|fifth)\s+(?:floor|fl|level)|(?:premier|deuxieme|troisieme|quatrieme|cinquieme)\s+etage|rez[\s-]de[\s-]chaussee|sous[\s-]sol|basement|mezzanine|rear|arriere)${END}`;

/** What a street is where it stands after its name; of one without a name the number before it is the name. */
const TYPE = String.raw`(?:street|str|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|court|crt|crescent|cres|place|pl|way|trail|terrace|close|square|circle|line|concession)${END}\.?`;
const DIRECTION = String.raw`(?:[ns]\.?\s?[ew]|[nsew]|north|south|east|west|(?:north|south)[\s-]?(?:east|west))${END}\.?`;
/** Where the street ends: at a comma or the like, or after what it is. */
const AFTER_THE_STREET = String.raw`(?<=[,;(–—]\s*|\s-\s*|${BEGIN}${TYPE}\s+(?:${DIRECTION}\s+)?)`;

/** What never stands before a name, so that a number before it is one: in `10123-99 Street` whatever comes after but another number. */
const LAST_TYPE = String.raw`(?:street|str|road|rd|drive|dr|crescent|cres|way|trail|parkway|pkwy)${END}\.?(?!\s+\d+[a-z]?${END})`;
/** What may be a name as well, as in `100 Park Ave` and `100 Gate House Rd`: of a street where nothing of a name comes after. */
const LAST_WORD = String.raw`(?:${TYPE}|(?:grove|gate|walk|row|loop|path|mews|green|gardens|heights|park|point|common|bay|landing|link|manor|hill|rise|view)${END}\.?)`;
const AFTER = String.raw`(?:$|[,;(#–—-]|${ROOM}|${FLOOR}|${LEVEL})`;
/** `100 Drive Inn Rd`: a name, since what the street is stands further on. */
const NO_TYPE_LATER = String.raw`(?![^,;(]*?${BEGIN}(?:${TYPE}|${LAST_TYPE})\s*(?:${DIRECTION}\s*)?${AFTER})`;
/** `10123-99 Street` is the door 10123 on 99th Street. */
const ON_A_NUMBERED_STREET = String.raw`\d+[a-z]?\s+(?:${LAST_TYPE}${NO_TYPE_LATER}|${LAST_WORD}\s*(?:${DIRECTION}\s*)?${AFTER})`;
/** With its door, to where a name or what is behind the door would begin. */
export const NUMBERED_STREET = String.raw`\s*\d+[a-z]?\s*${DASH}\s*\d+[a-z]?\s+${TYPE}(?:\s+${DIRECTION})?`;
/** Before the number of the door; `12-5th Avenue` is the door 12 on a street that has a number. */
const ROOM_FIRST = new RegExp(
  String.raw`^\s*(?:${[
    String.raw`${ROOM}\d+[a-z]?\s*${DASH}\s*(?=\d+[a-df-z]?${END}(?:(?!\s*,\s*\d)|\s*,\s*${ON_A_NUMBERED_STREET}))(?<!#.*(?=${ON_A_NUMBERED_STREET}))`, // #200-100 King, and not #100-99 Street
    String.raw`${ROOM}[\p{L}\p{N}-]+[\s,]+(?=\d)(?<!#.*(?=${ON_A_NUMBERED_STREET}))`, // Suite 200, 100 King, and not #100 99 Street
    String.raw`\d+[a-z]?\s*${DASH}\s*(?=\d+[a-df-z]?${END})(?!${ON_A_NUMBERED_STREET})`, // 200-100 King
    String.raw`[a-z]\s*${DASH}\s*(?=\d)`, // A-100 King
    String.raw`(?:${FLOOR}|${LEVEL})(?:[\s,]|${DASH})+(?=\d)`, // 2nd floor, 100 King
  ].join('|')})`,
  'u',
);
/** After the name of the street. Without a number or a letter it is the name (`Bureau Street`). */
const ROOM_LAST = new RegExp(String.raw`^(?<before>.*?\p{L}.*?)(?<gap>[\s,;(]+)(?<room>${ROOM}${VALUE}|${FLOOR})(?<after>.*)$`, 'u');
const LEVEL_LAST = new RegExp(String.raw`${AFTER_THE_STREET}${LEVEL}(?=\s*(?:$|[,;()–—-]))`, 'gu');
const DOOR_LAST = new RegExp(String.raw`^(.*\p{L}.*)${AFTER_THE_STREET}(?:porte\s*|no[.\s]*(?=\d))(?:\d+[a-z]?|[a-z])${END}.*$`, 'u');
const BOX = new RegExp(String.raw`${BEGIN}(?:p\.?\s?o\.?\s*box|c\.?\s?p\.?|case\s+postale)\s*#?\s*\d+${END}`, 'gu');
const HOUSE = String.raw`(?:tower|tour|building|bldg|batiment|edifice|pavillon|pavilion)[\s.]+(\d+|[a-z])${END}`;
/** One of several houses with one address. */
const HOUSES = new RegExp(String.raw`${AFTER_THE_STREET}${HOUSE}|^\s*${HOUSE}(?=\s*[,–—]|\s-)`, 'gu');

const NUMBER = new RegExp(String.raw`${BEGIN}\d+[a-z]?${END}`, 'u');
/** The door on a street, after a comma, or hard upon a suite. */
const STREET = new RegExp(String.raw`(?:^|[,;(–—]|\s-)[\s,;]*\d+[a-z]?[\s,]+\p{L}{2}`, 'u');
/** `100-102 King` is one house with two numbers, or the suite 100. */
const RANGE = new RegExp(String.raw`^\s*(\d+)\s*${DASH}\s*(\d+)${END}(?!.*${DASH}\s*\d)`, 'u');
const LONGEST_RANGE = 10;
/** The number of a road is no suite: `100 Hwy #7`. */
const ROAD_NUMBER =
  /^(\s*\d+[a-z]?[\s,]+(?:hwy|highway|route|rte|rang|line|concession|(?:county|regional|township|range)\s+(?:road|rd)))[.\s]*#\s*(?=\d)/u;

export interface OnTheWay {
  /** What is not behind the door. */
  line: string;
  /** The first number of a door that has two, or may have. */
  first: string | undefined;
  /** The houses that it names, of several with one address. */
  houses: string[];
}

export function onTheWay(folded: string): OnTheWay {
  const whole = folded.replace(/^\s*n(?:o\.?|[°º])\s*(?=\d)/, '').replace(ROAD_NUMBER, '$1 ');
  const houses: string[] = [];
  const line = without(without(whole, BOX), HOUSES);
  if (line !== without(whole, BOX)) for (const [, last, first] of whole.matchAll(HOUSES)) houses.push(last ?? first ?? '');
  const opened = line.replace(/^(\s*\d+)\s*-\s*(?=[a-z][\s,])/, '$1').trim();
  const behind = opened.replace(ROOM_FIRST, '');
  const numbered = /\p{L}/u.test(behind) ? behind : opened;
  return { line: withoutRooms(numbered), first: firstOf(opened, numbered), houses };
}

const isAddress = (text: string): boolean => /\d/.test(text) && /\p{L}/u.test(text);

function without(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, ' ').replace(/^[\s,–—-]+/u, '');
  return isAddress(rest) ? rest : text;
}

/** Undefined where no number was taken away, or where it is plainly a suite. */
function firstOf(line: string, numbered: string): string | undefined {
  const [, first, second] = RANGE.exec(line) ?? [];
  if (!first || !second || numbered === line) return undefined;
  const more = Number(second) - Number(first);
  return more > 0 && more <= LONGEST_RANGE && more % 2 === 0 ? first : undefined;
}

function withoutRooms(line: string): string {
  const { before = '', gap = '', room = '', after = '' } = ROOM_LAST.exec(line)?.groups ?? {};
  if (room && NUMBER.test(before) && !STREET.test(after)) return withoutRooms(before);
  if (room && (/\d/.test(after) || (gap.includes(',') && !room.startsWith('#')))) return withoutRooms(`${before},${after}`);
  const open = line.replace(LEVEL_LAST, '');
  const [, street] = DOOR_LAST.exec(open) ?? [];
  return street && NUMBER.test(street) ? street : open;
}
