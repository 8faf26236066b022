import { dictionary } from '@zxcvbn-ts/language-common';
import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { InvalidProblem } from '../platform/index.js';

/** What a new password may be before it is looked at: length is what makes one strong. 10 to 200 characters. */
export const IsNewPassword = () => applyDecorators(IsString(), MinLength(10), MaxLength(200));

/** 49,233 passwords that others chose, from lists of stolen ones (zxcvbn-ts, MIT). Most are shorter than ours may be: they are looked for inside. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);
const LONGEST_COMMON = Math.max(...[...COMMON].map(({ length }) => length));
/** So much must be left of a password without the names that anybody knows. */
const LEFT_AT_LEAST = 6;
const DISTINCT_AT_LEAST = 5;
const SWAPPED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
};

export type PasswordFault = 'common' | 'own' | 'repeated';

const DETAILS: Readonly<Record<PasswordFault, string>> = {
  common: 'is one of those that are guessed first, or nearly one. Take a few words that have nothing to do with each other.',
  own: 'is made of names that others know: yours, your address or the clinic. Take a few words that have nothing to do with you.',
  repeated: 'repeats a few characters or counts them up. Take a few words that have nothing to do with each other.',
};

/** Refuses a new password that somebody would guess; the one rule for every place where one is set. @throws InvalidProblem */
export function assertGoodPassword(password: string, about: readonly string[], pointer: string): void {
  const fault = passwordFault(password, about);
  if (fault) throw new InvalidProblem([{ pointer, detail: DETAILS[fault] }]);
}

/** Why a password is too easy to guess, or undefined. `about` is what is known of its owner: names, address, clinic. */
export function passwordFault(password: string, about: readonly string[]): PasswordFault | undefined {
  const plain = letters(password);
  if (isRepeated(password.toLowerCase())) return 'repeated';
  if (variants(password).some((variant) => COMMON.has(variant))) return 'common';
  const words = [...new Set(about.flatMap(wordsOf))].toSorted((a, b) => b.length - a.length);
  const left = [plain, letters(unswap(password))].map((text) => words.reduce((rest, word) => rest.replaceAll(word, ''), text));
  const touched = left[0] !== plain || left[1] !== letters(unswap(password));
  if (touched && left.some((rest) => rest.length < LEFT_AT_LEAST || variants(rest).some((one) => COMMON.has(one)))) return 'own';
  return variants(password).some(isPair) ? 'common' : undefined;
}

/** A password as it is, without its marks, with letters for the digits that stand for them, and without what is hung on at its ends. */
function variants(password: string): string[] {
  const lower = password.toLowerCase();
  const all = [lower, letters(password), unswap(lower), letters(unswap(lower))];
  const bare = [lower, unswap(lower.replaceAll(/^[^\p{L}]+|[\d\p{P}\p{S}\s]+$/gu, ''))].map((text) =>
    text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''),
  );
  return [...all, ...bare.filter((text) => text.length > 2)];
}

/** Shorter ones are syllables, and stand in every sentence. */
const SHORTEST_COMMON = 4;
/** How much may surround two common words, or stand between them, and still not make a password: a letter or two, or a year and marks. */
const HUNG_ON = 8;
const weightOf = (character: string) => (/\p{L}/u.test(character) ? 4 : 1);

/** Two common words after each other, forwards or backwards. Three are let through: three unrelated words are often common ones, too. */
function isPair(text: string): boolean {
  const characters = [...text];
  // Of a longer one too much is left over. It is looked through anew for each of its letters, which one request must not ask for.
  if (characters.length > 2 * LONGEST_COMMON + HUNG_ON) return false;
  // By end: the least that is left over up to there, having met none, one or two common ones on the way.
  const left: (readonly [none: number, one: number, two: number])[] = [[0, Infinity, Infinity]];
  for (const [at, character] of characters.entries()) {
    const weight = weightOf(character);
    const [none, one, two] = left[at] ?? [Infinity, Infinity, Infinity];
    const begins = left.slice(0, Math.max(0, at + 2 - SHORTEST_COMMON)).filter((_, begin) => isCommon(characters.slice(begin, at + 1)));
    const fewest = (met: 0 | 1) => Math.min(...begins.map((before) => before[met]));
    left.push([none + weight, Math.min(one + weight, fewest(0)), Math.min(two + weight, fewest(1))]);
  }
  return (left.at(-1)?.[2] ?? Infinity) <= HUNG_ON;
}

const isCommon = (part: readonly string[]) => COMMON.has(part.join('')) || COMMON.has(part.toReversed().join(''));

/** A unit that is written again and again, or counted up or down. */
function isRepeated(text: string): boolean {
  if (new Set(text).size < DISTINCT_AT_LEAST) return true;
  const unit = [1, 2, 3, 4, 5, 6, 7, 8].find(
    (length) => text.length >= 2 * length && [...text].every((one, at) => one === text[at % length]),
  );
  if (unit !== undefined) return true;
  const steps = new Set([...text].slice(1).map((one, at) => (one.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0)));
  return steps.size === 1;
}

const unswap = (text: string) => text.replaceAll(/[013457!@$]/g, (one) => SWAPPED[one] ?? one);

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name or an address, from three letters; Keel's own name is known to everybody. */
function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return [...words, 'keel'].filter((word) => word.length > 2);
}
