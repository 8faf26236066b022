interface Address {
  addressLine1: string | null;
  city: string | null;
}

/** What a street is, however it is shortened; `st` is also a saint. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['street', 'st'],
  ['str', 'st'],
  ['saint', 'st'],
  ['sainte', 'st'],
  ['ste', 'st'],
  ['avenue', 'ave'],
  ['av', 'ave'],
  ['road', 'rd'],
  ['boulevard', 'blvd'],
  ['boul', 'blvd'],
  ['drive', 'dr'],
  ['lane', 'ln'],
  ['court', 'ct'],
  ['crescent', 'cres'],
  ['place', 'pl'],
  ['highway', 'hwy'],
  ['parkway', 'pkwy'],
  ['terrace', 'terr'],
  ['chemin', 'ch'],
  ['north', 'n'],
  ['nord', 'n'],
  ['south', 's'],
  ['sud', 's'],
  ['east', 'e'],
  ['est', 'e'],
  ['west', 'w'],
  ['ouest', 'w'],
  ['o', 'w'],
]);
const TYPES = new Set(['ave', 'rd', 'blvd', 'dr', 'ln', 'ct', 'cres', 'pl', 'hwy', 'pkwy', 'terr', 'ch', 'rue']);
/** Behind the same door. */
const SUITE = /[\s,]+(?:suite|unit|apt|apartment|app|bureau|local|room|#)[\s.#]*[\p{L}\p{N}-]+\s*$/iu;

interface Door {
  numbers: string;
  street: string;
  types: string;
  city: string;
}

const wordsOf = (text: string | null): string[] =>
  (
    (text ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => SHORT.get(word) ?? word);

/** As the patient looks for it: neither suite, postal code nor province is on the way. */
function doorOf({ addressLine1, city }: Address): Door {
  const words = wordsOf((addressLine1 ?? '').replace(SUITE, ''));
  const isNumber = (word: string) => /^\p{N}/u.test(word);
  return {
    numbers: words.filter(isNumber).join(' '),
    street: words.filter((word) => !isNumber(word) && !TYPES.has(word)).join(''),
    types: words.filter((word) => TYPES.has(word)).join(' '),
    city: wordsOf(city).join(''),
  };
}

/** Where a place is, however it is spelled: as it is kept and compared, never as it is shown. */
export function addressKey(address: Address): string {
  const { numbers, street, types, city } = doorOf(address);
  return [numbers, street, types, city].join('|');
}

/**
 * Whether a patient who knows the one place stands before another door at the other, by their keys: another number, street or city.
 * What was left out and is filled in, or is spelled in another way, sends nobody there; of a name a letter may have been mistyped.
 */
export function isOtherDoor(one: string, other: string): boolean {
  const [was, is] = [one.split('|'), other.split('|')];
  return MISTYPED.some((letters, part) => {
    const [before, after] = [was[part] ?? '', is[part] ?? ''];
    return before !== '' && after !== '' && editsBetween(before, after) > letters;
  });
}

/** How many letters of the number, the street, its type and the city may be mistyped. */
const MISTYPED = [0, 1, 0, 1];

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
