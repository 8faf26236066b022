/** One letter as a reader sees it: a base with all its marks. */
export interface Letter {
  /** What is drawn. */
  shown: string;
  /** What was typed, which a search and a screen reader find. */
  typed: string;
  /** The name of the font file that has it. */
  face: string;
}

/** Stands where no font has a letter: a reader sees that there is one. */
export const UNKNOWN = '\ufffd';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text that can be printed: composed where Unicode has a composed letter, with blanks for tabs, without the signs that turn the
 * writing direction (they would reach beyond their own text), and a visible sign for each control character and half of a pair.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll(/[\t\u202f]/g, (blank) => (blank === '\t' ? ' ' : '\u00a0'))
    .replaceAll(/[\p{Bidi_Control}\u00ad\ufeff]/gu, '')
    .replaceAll(/[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?!\n)\p{Control}/gu, UNKNOWN)
    .normalize('NFC');
}

/** Its letters, in the order of reading. */
export function graphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** Of a letter, what a font must have: joiners and variation selectors only say how it is drawn. */
export function neededCodes(letter: string): number[] {
  return Array.from(letter.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''), (sign) => sign.codePointAt(0) ?? 0);
}

/** Chinese characters and kana may end a line anywhere. */
export function isIdeograph(letter: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter);
}

/** Which Han font is asked first: a Chinese character is written otherwise in Japanese and Korean. */
export function hanOrder(text: string): readonly ('sc' | 'tc' | 'jp' | 'kr')[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['jp', 'sc', 'tc', 'kr'];
  if (/\p{Script=Hangul}/u.test(text)) return ['kr', 'tc', 'sc', 'jp'];
  return ['sc', 'tc', 'jp', 'kr'];
}
