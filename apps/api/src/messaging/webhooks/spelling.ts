/* A text as the patterns read it: whatever letters, accents and apostrophes it is written with, in either language. */

/** These are one word each, whatever they elide. */
const GROWN_TOGETHER = /\b(d|s) ?'? ?(?=accord\b|ils?\b)/g;
const ELIDED = /(?<![\p{L}\p{N}])(?:(c|d|l|m|n|s|t|qu|jusqu|lorsqu|puisqu|quelqu)' ?(?=[aeiouyhœæ]|sms)|(j)' ?(?=\p{L}))/gu;
/** Typed in a hurry, with a blank or nothing where the apostrophe was: only before these, for other words begin so in either language. */
const ELIDED_IN_A_HURRY =
  /\b(?:([dljmnst]) ?(?=arret|annul|enlev|effac|hopita|hospita|heure|envo[iy]|avis(?:e|er|ez)\b|avert|achal|alert|abonn|inscri|autre|aimer|exig|appel|attend|empech|urgen|oubli|import|sms\b)|([jmnst]) ?(?=ecri[rstv]|text(?:er|ez)\b)|(j) ?(?=ai\b|y\b|irai\b|peux\b|serai\b|vais\b|veux\b|viens\b|viendrai\b)|(n) ?(?=y\b|ai\b|irai\b)|(c) ?(?=est\b|etait\b)|(d) ?(?=me\b))/g;

/** Cyrillic and Greek letters that are drawn as Latin ones are, and the nought. */
const ALIKE = [
  ...['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'УY', 'ХX', 'ЅS', 'ІI', 'ЈJ'],
  ...['аa', 'еe', 'оo', 'рp', 'сc', 'тt', 'уy', 'хx', 'ѕs', 'іi', 'јj', 'кk', 'мm'],
  ...['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'],
  ...['αa', 'εe', 'ιi', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', '0O'],
] as const;
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(ALIKE.map((pair) => [pair.charAt(0), pair.charAt(1)]));
export const LOOK_ALIKE = new RegExp(`[${[...LOOK_ALIKES.keys()].join('')}]`, 'gu');

/** A text has 1,600 characters at most, of which some are spelled in eighteen. */
const LONGEST = 2000;

/** Lower case, without accents and apostrophes; what French elides is written out, and a key cap is its digit. */
export function spelled(text: string): string {
  return text
    .replace(/[’‘ʼ`´′]/g, "'")
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{M}/gu, '')
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(GROWN_TOGETHER, '$1')
    .replace(ELIDED, '$1$2e ')
    .replace(/'/g, '')
    .replace(ELIDED_IN_A_HURRY, '$1$2$3$4$5$6e ');
}

/** The same without punctuation. */
export const plain = (text: string): string =>
  spelled(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether one letter is wrong, missing, doubled or too many in it, or two stand in the wrong order. */
export function isNearly(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === meant[same]) same++;
  const [rest, wanted] = [word.slice(same), meant.slice(same)];
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return [
    rest === wanted.slice(1),
    rest.slice(1) === wanted,
    rest.slice(1) === wanted.slice(1),
    rest.length > 1 && swapped === wanted,
  ].some(Boolean);
}
