/**
 * Beginnings of family names that are several words when written apart. One particle (de, la, al, mac) needs no entry: the
 * likeness of words bridges it. St is told from Stewart by the consonant after it.
 */
const BEGINNINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^vanden(?=.{3})/u, ['van', 'den']],
  [/^vander(?=.{3})/u, ['van', 'der']],
  [/^vande(?=.{3})/u, ['van', 'de']],
  [/^delos(?=.{3})/u, ['de', 'los']],
  [/^dela(?=.{3})/u, ['de', 'la']],
  [/^sainte(?=[^aeiouy].{2})/u, ['sainte']],
  [/^saint(?=.{3})/u, ['saint']],
  [/^st(?=[bcdfgjklmnpqstvz].{2})/u, ['st']],
];
const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', saint: 'st', sainte: 'ste' };

/**
 * Every way in which the words of one name are looked for: as they are, written together (vandenberg), taken apart
 * (van den berg), and with Saint for St and the other way round.
 */
export function spellings(words: readonly string[]): string[] {
  const apart = words.flatMap(takeApart);
  const swapped = apart.map((word) => SAINTS[word] ?? word);
  const all = [...words, ...apart, ...swapped, together(words), together(swapped)];
  return [...new Set(all)].filter(Boolean);
}

function together(words: readonly string[]): string {
  return words.length > 1 ? words.join('') : '';
}

function takeApart(word: string): readonly string[] {
  const found = BEGINNINGS.find(([beginning]) => beginning.test(word));
  return found ? [...found[1], word.replace(found[0], '')] : [word];
}
