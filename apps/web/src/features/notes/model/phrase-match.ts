/** A phrase as it is called. */
export interface PhraseLike {
  trigger: string;
  text: string;
  shared: boolean;
}

/** A `/` with what was typed after it, up to the caret. */
export interface Slash {
  start: number;
  word: string;
}

/** The call of a phrase that the caret stands behind: a `/` at the start or after a space, so that dates and fractions call none. */
export function slashAt(text: string, caret: number): Slash | undefined {
  const match = /(?:^|\s)\/([\p{L}\p{N}_-]{0,30})$/u.exec(text.slice(0, caret));
  const word = match?.[1];
  return word === undefined ? undefined : { start: caret - word.length - 1, word };
}

/** Without capitals and accents: a word is found however it is typed. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that are meant, best first: by the start of their word, then by any part of it, then by their text; one's own first. */
export function matchingPhrases<T extends PhraseLike>(phrases: readonly T[], word: string, most = 8): T[] {
  const wanted = plain(word);
  const rank = ({ trigger, text }: T): number => {
    const name = plain(trigger);
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    if (name.includes(wanted)) return 2;
    return wanted.length > 1 && plain(text).includes(wanted) ? 3 : 4;
  };
  return phrases
    .map((phrase) => ({ phrase, at: rank(phrase) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at || Number(a.phrase.shared) - Number(b.phrase.shared) || a.phrase.trigger.localeCompare(b.phrase.trigger))
    .slice(0, most)
    .map(({ phrase }) => phrase);
}

/** The text with the call replaced by the phrase, and where the caret goes. */
export function withPhrase(text: string, { start, word }: Slash, phrase: PhraseLike): { text: string; caret: number } {
  const end = start + 1 + word.length;
  return { text: `${text.slice(0, start)}${phrase.text}${text.slice(end)}`, caret: start + phrase.text.length };
}

/** A word to call a text by, made of its own first words. */
export function suggestedTrigger(text: string): string {
  const words = plain(text).match(/[\p{Ll}\p{N}]+/gu) ?? [];
  return words.slice(0, 2).join('-').slice(0, 30);
}
