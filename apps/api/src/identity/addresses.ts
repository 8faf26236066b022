import { cityAndProvince, readCity, readLine } from './address-words.js';

interface Address {
  addressLine1: string | null;
  city: string | null;
}

/** Where a place is, however it is spelled: as it is kept and compared, never as it is shown. Neither postal code nor province is on the way. */
export function addressKey({ addressLine1, city }: Address): string {
  const { numbers, name, types, letters } = readLine(addressLine1, city);
  return [numbers.join(' '), name, sorted(types), readCity(city), sorted(letters)].join('|');
}

const sorted = (words: readonly string[]): string => [...new Set(words)].toSorted().join(' ');

/**
 * Whether a patient who knows the one place stands before another door at the other, by their keys: another number, street, direction or city.
 * What was left out and is filled in, or is spelled in another way, sends nobody there; of a name a letter may have been mistyped.
 */
export function isOtherDoor(one: string, other: string): boolean {
  const [was, is] = [one.split('|'), other.split('|')];
  if (was.length !== is.length) return was.length < is.length ? isOtherThanKept(was, is) : isOtherThanKept(is, was);
  if (was.length < PARTS) return isOther(was, is, KEPT_MISTYPED);
  return isOtherNumber(was, is) || IS_OTHER.some((isOtherPart, index) => isOtherPart(was[index + 1] ?? '', is[index + 1] ?? ''));
}

const PARTS = 5;
/** Of the street, its type, the city, and its letters. Of type and letters one may be left out, and none be another. */
const IS_OTHER: readonly ((was: string, is: string) => boolean)[] = [
  isOtherName,
  (was, is) => !isMoreOrLess(was, is),
  isOtherCity,
  isOtherLetter,
];
/** How many letters of a key that was kept in four parts may be mistyped. */
const KEPT_MISTYPED = [0, 1, 0, 1];

function isOther(was: readonly string[], is: readonly string[], mistyped: readonly number[]): boolean {
  return mistyped.some((letters, part) => {
    const [before, after] = [bare(was[part]), bare(is[part])];
    return before !== '' && after !== '' && (letters === 0 ? before !== after : !isNearly(before, after));
  });
}
const bare = (part: string | undefined): string => (part ?? '').replace(/ /g, '');

/** Of a road that was kept without a name its number is one of a street, and was none: `100 Hwy 7`. */
function isOtherNumber([was = '', wasName]: readonly string[], [is = '', isName]: readonly string[]): boolean {
  if (was === '' || is === '') return false;
  const isNameless = wasName === '' && isName === '';
  const [before, after] = [was, is].map((part) => (isNameless ? part.replace(/th\b/g, '') : part).split(' '));
  const [[door = '', ...streets], [newDoor = '', ...newStreets]] = [before ?? [], after ?? []];
  return streets.join(' ') !== newStreets.join(' ') || isOtherDoorNumber(door.split('-'), newDoor.split('-'));
}

/** Of `100-102` the first may be a suite: it is at 102 for sure, and at 100 perhaps. */
function isOtherDoorNumber(was: readonly string[], is: readonly string[]): boolean {
  if (was.length === is.length) return was.at(-1) !== is.at(-1);
  return !was.some((number) => is.includes(number));
}

/** Of a street, with the articles before its name and without: rue du Parc, rue Parc. */
function isOtherName(was: string, is: string): boolean {
  if (was === '' || is === '') return false;
  const [before, after] = [withoutArticles(was), withoutArticles(is)];
  const letters = Math.min(before.length, after.length);
  return ![bare(was), before].some((one) => [bare(is), after].some((other) => isNearly(one, other, letters)));
}
const withoutArticles = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

function isOtherCity(was: string, is: string): boolean {
  if (was === '' || is === '') return false;
  const [before, after] = [cityAndProvince(was), cityAndProvince(is)];
  const isFarOff = before.province !== '' && after.province !== '' && before.province !== after.province;
  return isFarOff || !isNearly(bare(before.city), bare(after.city));
}

function isOtherLetter(was: string, is: string): boolean {
  const [before, after] = [was, is].map((part) => Object.groupBy(part.split(' '), (letter) => (isHouse(letter) ? 'houses' : 'letters')));
  return (['houses', 'letters'] as const).some((kind) => !isMoreOrLess((before?.[kind] ?? []).join(' '), (after?.[kind] ?? []).join(' ')));
}
const isHouse = (letter: string): boolean => letter.startsWith('#');

/** In fewer letters one is another street: Mill and Hill. Two that are turned round are a slip in any. */
const SHORTEST_MISTYPED = 5;
function isNearly(one: string, other: string, letters = Math.min(one.length, other.length)): boolean {
  if (one === other) return true;
  const isTurned = [...one].toSorted().join('') === [...other].toSorted().join('');
  return editsBetween(one, other) <= 1 && (isTurned || letters >= SHORTEST_MISTYPED);
}

function isMoreOrLess(one: string, other: string): boolean {
  const [before, after] = [new Set(one.split(' ').filter(Boolean)), new Set(other.split(' ').filter(Boolean))];
  return before.isSubsetOf(after) || after.isSubsetOf(before);
}

/**
 * Keys of four parts were kept with the direction and `st` as the end or the beginning of the street, and with the directions of a city as
 * one letter. They go with the appointments that were told of them.
 */
function isOtherThanKept(kept: readonly string[], [number, name, types, city, letters]: readonly string[]): boolean {
  const oldCity = (city ?? '').replace(/\b(?:north|south|east|west)\b/g, ([letter]) => letter ?? '');
  const oldTypes = isMoreOrLess(kept[2] ?? '', types ?? '') ? '' : types;
  const streets = [name ?? ''];
  const sides = (letters ?? '').split(' ').filter((letter) => !isHouse(letter));
  for (const type of ['', 'st', bare(types)])
    for (const letter of ['', sides.join('')])
      streets.push(`${name}${type}${letter}`, `${name}${letter}${type}`, `${letter}${name}${type}`);
  const isShort = bare(name).length < SHORTEST_MISTYPED && !kept[1]?.includes(bare(name));
  const mistyped = isShort ? [0, 0, 0, 1] : KEPT_MISTYPED;
  return streets.every((street) => isOther(kept, [number ?? '', street, oldTypes ?? '', oldCity], mistyped));
}

/** More spellings of one door than this nobody keeps apart. */
const MOST_SAID = 100;

/** Stands in what was said after all that was said of it before it was last elsewhere. */
const ELSEWHERE = '';

/**
 * What a place was said to be, by its keys: whom it was told how, nobody knows. It is elsewhere by any of them since it was last told elsewhere:
 * the last alone would not do, since `100 King St W` and `100 King St` are one door, as are `100 King St` and `100 King St E`. Of those before
 * the ones count to whose door it came back, as it does where a wrong address is put right.
 * @returns `from` which address, the fullest where that is one of them, or null where it is the same door still; and what is said from now on
 */
export function sayAddress(said: readonly string[], before: Address, after: Address): { from: string | null; said: string[] } {
  const [was, is] = [addressKey(before), addressKey(after)];
  const parting = said.lastIndexOf(ELSEWHERE);
  const former = said.slice(0, Math.max(parting, 0));
  const since = [...said.slice(parting + 1).filter((one) => one !== was), was];
  const known = [...former.filter((one) => isAtOneNumber(one, was) && !isOtherDoor(one, was)), ...since];
  const from = [known.reduce(fullerAddress), ...known.toReversed()].find((one) => isOtherDoor(one, is)) ?? null;
  if (from === null)
    return { from, said: [...former.slice(-MOST_SAID), ELSEWHERE, ...since.filter((one) => one !== is).slice(-MOST_SAID)] };
  // To whom it is told that the street is right and its direction was not: the old one is over for good.
  const told = [...former, ...since].filter((one) => one !== ELSEWHERE && !(isOnOneStreet(one, is) && isOtherDoor(one, is)));
  return { from, said: [...new Set(told)].slice(-MOST_SAID).concat(ELSEWHERE) };
}

/** Where a street is said: an address that was cleared is that of no former one. */
function isAtOneNumber(one: string, other: string): boolean {
  const [[number, name], [newNumber, newName]] = [one.split('|'), other.split('|')];
  return number === newNumber && Boolean(name) && Boolean(newName);
}

function isOnOneStreet(one: string, other: string): boolean {
  const [[number, name], [newNumber, newName]] = [one.split('|'), other.split('|')];
  return number === newNumber && name === newName;
}

/** The later of two keys of one door, with what only the earlier has. */
export function fullerAddress(earlier: string, later: string): string {
  const [were, are] = [earlier.split('|'), later.split('|')];
  return were.length === are.length ? are.map((part, index) => part || were[index]).join('|') : later;
}

/** How many letters are left out, put in, exchanged or turned round from one word to the other (optimal string alignment). */
function editsBetween(one: string, other: string): number {
  const edits = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const [row, above] = [edits[i]!, edits[i - 1]!];
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isTurned) row[j] = Math.min(row[j]!, edits[i - 2]![j - 2]! + 1);
    }
  }
  return edits[one.length]![other.length]!;
}
