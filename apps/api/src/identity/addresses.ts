import { readCity, readLine } from './address-words.js';

interface Address {
  addressLine1: string | null;
  city: string | null;
}

/** Where a place is, however it is spelled: as it is kept and compared, never as it is shown. Neither postal code nor province is on the way. */
export function addressKey({ addressLine1, city }: Address): string {
  const { numbers, name, types, letters } = readLine(addressLine1);
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
  return isOther(was, is, MISTYPED) || NO_LETTER.some((part) => !isMoreOrLess(was[part] ?? '', is[part] ?? ''));
}

const PARTS = 5;
/** How many letters of the number, the street, its type and the city may be mistyped. */
const MISTYPED = [0, 1, Infinity, 1];
/** The types and the letters of a street: one may be left out in one of the two, and none be another. */
const NO_LETTER = [2, 4];
const KEPT_MISTYPED = [0, 1, 0, 1];

function isOther(was: readonly string[], is: readonly string[], mistyped: readonly number[]): boolean {
  return mistyped.some((letters, part) => {
    const [before, after] = [bare(was[part]), bare(is[part])];
    return before !== '' && after !== '' && editsBetween(before, after) > letters;
  });
}
const bare = (part: string | undefined): string => (part ?? '').replace(/ /g, '');

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
  for (const type of ['', 'st', bare(types)])
    for (const letter of ['', bare(letters)]) streets.push(`${name}${type}${letter}`, `${name}${letter}${type}`, `${letter}${name}${type}`);
  return streets.every((street) => isOther(kept, [number ?? '', street, oldTypes ?? '', oldCity], KEPT_MISTYPED));
}

export const isElsewhere = (before: Address, after: Address): boolean => isOtherDoor(addressKey(before), addressKey(after));

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
