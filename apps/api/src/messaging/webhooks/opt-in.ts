/* Reads whether a text asks for our texts again. */
import { START_SENTENCES, START_WORDS } from './opt-in-words.js';
import { more, plainly, type Reply } from './reply.js';
import { asks, clausesOf, sentencesOf } from './sentences.js';
import { plain } from './spelling.js';

export function startOf(text: string, core: string): Reply | undefined {
  if (START_WORDS.has(core.replaceAll(' ', ''))) return plainly('start');
  if (/\b(?:dont|do not|never|pas)\b/.test(plain(text))) return undefined;
  return sentencesOf(text).some((sentence) => !asks(sentence) && START_SENTENCES.test(clausesOf(sentence))) ? more('start') : undefined;
}
