const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 8;
/** A character of Chinese, Japanese or Korean says about as much as this many letters. */
const WIDE = 3;
const FEWEST_KINDS = 4;

/**
 * Whether a text says why, as far as that can be seen from outside: words, and different ones. It keeps out the dot, the
 * "asdf" and the "x x x x" that a hurried hand types to get past; whether the reason is good is the reviewer's to say.
 */
export function isRealReason(text: string): boolean {
  const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text.normalize('NFC'))]
    .filter(({ isWordLike, segment }) => isWordLike && /\p{L}/u.test(segment))
    .map(({ segment }) => segment.toLowerCase());
  const letters = [...words.join('')].filter((letter) => /\p{L}/u.test(letter));
  const weight = letters.reduce((sum, letter) => sum + (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letter) ? WIDE : 1), 0);
  return new Set(words).size >= FEWEST_WORDS && weight >= FEWEST_LETTERS && new Set(letters).size >= FEWEST_KINDS;
}
