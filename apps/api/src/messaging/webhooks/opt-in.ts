/* Reads whether a text asks for our texts again. */
import { AGREED_TO_START, NOT_OF_TEXTS, START_ALONE, START_SENTENCES, START_WORDS, TO_ANOTHER } from './opt-in-words.js';
import { more, plainly, type Reply } from './reply.js';
import { asks, clausesOf, sentencesOf, wordsOf } from './sentences.js';
import { plain } from './spelling.js';

export function startOf(text: string, core: string): Reply | undefined {
  if (START_WORDS.has(core.replaceAll(' ', ''))) return plainly('start');
  if (asks(text)) return startInASentence(text);
  if (AGREED_TO_START.test(core)) return plainly('start');
  if (START_ALONE.test(core)) return more('start');
  if (TO_ANOTHER.test(plain(text))) return undefined;
  if (standsApart(text) && !NOT_OF_TEXTS.test(plain(text))) return more('start');
  return startInASentence(text);
}

function startInASentence(text: string): Reply | undefined {
  if (/\b(?:dont|do not|never|pas)\b/.test(plain(text))) return undefined;
  return sentencesOf(text).some((sentence) => !asks(sentence) && START_SENTENCES.test(clausesOf(sentence))) ? more('start') : undefined;
}

/** In capitals, as the first or the last clause of several: "START. I changed my mind". */
function standsApart(text: string): boolean {
  const parts = text.split(/[.!,;\n–—]+/u).filter((part) => wordsOf(plain(part)).length > 0);
  return [parts[0], parts.at(-1)].some(
    (part = '') => /\b(?:START|UNSTOP)\b/.test(part) && /^(?:start|unstop)$/.test(wordsOf(plain(part)).join(' ')),
  );
}
