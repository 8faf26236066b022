/* A text taken apart into its sentences, clauses and words, without what is mere politeness. */
import { COURTEOUS_PHRASES, COURTESIES } from './courteous-words.js';
import { NOT_NOW } from './opt-out-denials.js';
import { plain, spelled } from './spelling.js';

/** Without what is mere politeness. */
export const wordsOf = (said: string) =>
  said
    .replace(COURTEOUS_PHRASES, ' ')
    .split(' ')
    .filter((word) => word && !COURTESIES.has(word));

/** One sentence without politeness, its commas and the like as words of their own; not those around a "please". */
export const clausesOf = (sentence: string): string =>
  spelled(sentence)
    .replace(/[,:()–—]|\s-+\s/g, ' , ')
    .replace(/&/g, ' and ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' or ')
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
    .trim()
    .replace(NOT_NOW, ',')
    .replace(COURTEOUS_PHRASES, 'please')
    .split(' ')
    .filter((word) => word)
    .map((word) => (COURTESIES.has(word) ? '_' : word))
    .join(' ')
    .replace(/,(?: _)+ ,/g, '')
    .replace(/_/g, '')
    .replace(/ +/g, ' ')
    .replace(/^[ ,]+|[ ,]+$/g, '');

const ABBREVIATED = /\b(dr|mr|mrs|ms|mme|st)\./giu;
/** A line that goes on in small letters goes on with its sentence. */
const BETWEEN_SENTENCES = /(?<=[!?;…\uff01\uff1f])|(?<=\.)(?=\s)|[\r\n]+(?!\s*\p{Ll})/u;
/** Where each word has a stop of its own they are one: "DO. NOT. TEXT. ME." */
export function sentencesOf(text: string): string[] {
  const sentences = text.replace(ABBREVIATED, '$1 ').split(BETWEEN_SENTENCES);
  return asks(text) || sentences.some((one) => plain(one).includes(' ')) ? sentences : [plain(text)];
}

export const asks = (text: string): boolean => /[?\uff1f\u061f\u2047-\u2049❓❔]/u.test(text);

/** For patterns that find every place, and so remember the last one. */
export const says = (said: string, pattern: RegExp): boolean => said.search(pattern) >= 0;
