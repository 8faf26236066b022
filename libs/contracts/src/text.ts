/** Blank though Unicode counts it as a sign: the braille pattern without a dot. */
const BLANK = '\u2800';
const INK = /[\p{L}\p{N}\p{P}\p{S}]/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Embeddings, overrides and isolates: they turn round how the rest of a line reads, also beyond their own field. */
const TURNS_ROUND = /[\u202a-\u202e\u2066-\u2069]/u;
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffd]/;
/** Line breaks of any system, and tabs. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/u;
/** Marks that show nothing and mean nothing in a name. The joiners U+200C and U+200D stay: Persian and Indic names need them. */
const HARMLESS = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff\u{e0000}-\u{e007f}]/gu;

/** Whether a reader sees anything of it: spaces, controls and zero-width characters alone are no text. */
export function isVisible(text: string): boolean {
  return INK.test(text.replace(IGNORABLE, '').replaceAll(BLANK, ''));
}

/** Whether it holds a character that makes what follows read in another order, such as U+202E. */
export function turnsRound(text: string): boolean {
  return TURNS_ROUND.test(text);
}

/** Whether it holds a control character, or one that stands for something that is not there. NUL has an answer of its own. */
export function cannotBePrinted(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** Whether it holds a line break or a tab, so that it is no line. */
export function breaksLine(text: string): boolean {
  return BREAKS.test(text);
}

/** One line as it is kept: harmless invisible marks taken out, white space as single spaces, composed (NFC). */
export function asLine(text: string): string {
  return isVisible(text)
    ? text
        .replace(HARMLESS, '')
        .replace(/[\s\u0085]+/gu, ' ')
        .trim()
        .normalize('NFC')
    : text;
}

/** The blocks of Hebrew, Arabic and the other letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A value as it stands in a sentence: one with right-to-left letters is isolated (FSI … PDI), or the digits and signs beside
 * it would be read as its own and change places with it. For sentences alone: what is kept never holds an isolate.
 */
export function inSentence(value: string): string {
  return RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}

/** Whoever has one name alone has an empty text for the other. */
export function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}
