/* Reads whether a text is an opt-out. */
import { DEMANDED, isOfAPart, NOT_NOW, NOT_STOP, SUPPOSED } from './opt-out-denials.js';
import {
  LEFT_ALONE,
  LEFT_ALONE_UNLESS_OF_A_DAY,
  MAKES_ALL_OF_IT_STOP,
  MAKE_IT_STOP,
  MISTYPED,
  NOT_MISTYPED,
  OF_A_PAIN,
  OTHER_LISTS,
  SPEAKS_OF_A_DAY,
  SPEAKS_OF_TEXTS,
  WHOLLY_LEFT_ALONE,
} from './left-alone-words.js';
import { NUMBER_REMOVED, STOP_SENTENCES, STOPS_WITH_A_REASON, STOPS_WITH_A_THREAT, USE_THIS_ONE } from './opt-out-sentences.js';
import {
  AGREEMENTS,
  BEGGED,
  DEMANDS,
  FOR_GOOD,
  LEAD_INS,
  OF_ANOTHER_MATTER,
  SAID_TO,
  STOPS_ALONE,
  STOP_FILLERS,
  STOP_OR_CANCEL,
  STOP_WORDS,
  WHOLE_STOPS,
  isStretchedStop,
} from './opt-out-words.js';
import { type Reply, more, plainly, read } from './reply.js';
import { asks, clausesOf, says, sentencesOf, wordsOf } from './sentences.js';
import { LOOK_ALIKE, LOOK_ALIKES, isNearly, plain } from './spelling.js';

/** Those that say it of texts and of nothing else: neither what has stopped, nor a withdrawal. */
const STOPS_TEXTS: ReadonlySet<string> = new Set([...STOP_WORDS].filter((word) => !/^(?:stopped|stops|stopit|stopt|retrait)$/.test(word)));
/** Of these alone somebody may say that it is of themselves: "please end me" is another matter. */
const UNSUBSCRIBES: ReadonlySet<string> = new Set([...STOP_WORDS].filter((word) => /^(?:unsu|optout|desab|desin)/.test(word)));
const NOTHING: ReadonlySet<string> = new Set();
/** What a stop is of without a doubt, and whom it may name. */
const OF_TEXTS: ReadonlySet<string> = new Set('texting texto textos texts text txt txts sms messages'.split(' '));
const OF_ONESELF: ReadonlySet<string> = new Set(['me', 'moi']);

/** An opt-out is one in whatever letters it looks like one. */
export function stopOf(text: string): Reply | undefined {
  const told = text.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter);
  const said = plain(told);
  // In capitals at the beginning it is an opt-out, whatever follows.
  if (isOfAPart(wordsOf(said).join(' ')) && !SHOUTED.test(told)) return undefined;
  const alone = stopAlone(wordsOf(said).map(asMeant));
  // "Don't text now" is no "don't text", and "Annulé ?" or "No reminder?" asks something.
  if (alone && !says(said, NOT_NOW) && !(asks(told) && !STOP_WORDS.has(wordsOf(said).join('')))) return alone;
  if (standsAlone(told) || demandsStop(told, said)) return more('stop');
  if (says(said, NOT_STOP)) return undefined;
  // In capitals at the very beginning, whatever follows, but for "STOP BY".
  const shouted = /^\W*(?:STOP|ARR[EÊ]T)\b(?! (?:by|in|at|over|off)\b)/iu.test(told) && SHOUTED.test(told) && !isOfSomethingElse(told);
  // At the very end too, where not everything is shouted: "I moved away, STOP".
  const last = /[\s,–—-](?:STOP|ARR[EÊ]T)[\s.!]*$/u.test(told) && /\p{Ll}/u.test(told);
  return shouted || last ? more('stop') : undefined;
}

const SHOUTED = /^\W*(?:STOP|ARR[EÊ]T)(?![\p{L}])/u;

/** An opt-out and nothing else, however polite. */
export function stopAlone(words: readonly string[]): Reply | undefined {
  const asked = words.join(' ').replace(LEAD_INS, '').split(' ');
  if (STOP_OR_CANCEL.has(words.join(''))) return read('stop');
  if (isPlainStop(words.join(' '), asked)) return plainly('stop');
  if (STOP_WORDS.has(asked.join('')) || isAllStop(asked)) return more('stop');
  const besideYes = words.filter((word) => !AGREEMENTS.has(word));
  if (isAllStop(besideYes.join(' ').replace(LEAD_INS, '').split(' '))) return read('stop');
  return [...WHOLE_STOPS, ...WHOLLY_LEFT_ALONE].some((whole) => whole.test(words.join(' '))) ? read('stop') : undefined;
}

/** A word of an opt-out with one letter wrong; only where such words are all that is said. */
function asMeant(word: string): string {
  if (word.length < 5 || NOT_MISTYPED.has(word)) return word;
  return MISTYPED.find((meant) => isNearly(word, meant)) ?? word;
}

/**
 * Said of texts and of nothing else: a word for it, to whoever reads it, alone or with what it is of. "I want to end it all" is an
 * opt-out as well, and may be a cry for help.
 */
function isPlainStop(said: string, asked: readonly string[]): boolean {
  const demanded = said.replace(DEMANDS, '').split(' ');
  // Spaced out it is the same word: "S T O P".
  if (STOPS_TEXTS.has(demanded.join(''))) return true;
  if (isOfTexts(asked)) return isAllOf(asked, STOPS_TEXTS, STOP_FILLERS);
  return isAllOf(demanded, STOPS_TEXTS, NOTHING) || isUnsubscribing(demanded);
}

export const isOfTexts = (words: readonly string[]): boolean => words.some((word) => OF_TEXTS.has(word));

const isUnsubscribing = (words: readonly string[]): boolean =>
  words.some((word) => UNSUBSCRIBES.has(word)) && words.every((word) => UNSUBSCRIBES.has(word) || OF_ONESELF.has(word));

/** Says in one of its sentences that no more texts are wanted. One that asks does so only where it demands: "can you stop texting me?" */
function demandsStop(text: string, said: string): boolean {
  const ofTexts = SPEAKS_OF_TEXTS.test(said);
  const patterns = [
    ...[...STOP_SENTENCES, ...LEFT_ALONE, ...STOPS_WITH_A_REASON],
    ...(OF_A_PAIN.test(said) ? [] : STOPS_WITH_A_THREAT),
    ...(USE_THIS_ONE.test(said) ? [] : NUMBER_REMOVED),
    ...(SPEAKS_OF_A_DAY.test(said) && !ofTexts ? [] : LEFT_ALONE_UNLESS_OF_A_DAY),
    ...(ofTexts && !OF_A_PAIN.test(said) ? MAKE_IT_STOP : []),
  ];
  const core = wordsOf(said).join(' ');
  if (MAKES_ALL_OF_IT_STOP.test(core) && (!asks(text) || DEMANDED.test(core))) return true;
  return sentencesOf(text).some((sentence) => {
    const clauses = clausesOf(sentence).replace(OTHER_LISTS, 'elsewhere').replace(NOT_STOP, ',').replace(SUPPOSED, ',');
    if (!asks(sentence) && BEGGED.test(plain(sentence))) return true;
    return (!asks(sentence) || DEMANDED.test(clauses)) && patterns.some((pattern) => pattern.test(clauses));
  });
}

/** "STOP taking ibuprofen?" is no opt-out, as "STOP who is this?" is; nor is "STOP MOVING MY APPOINTMENT!!". */
function isOfSomethingElse(text: string): boolean {
  const [first = ''] = sentencesOf(text);
  const said = clausesOf(first);
  if (OF_ANOTHER_MATTER.test(said)) return true;
  return asks(first) && /^(?:stop|arret) (?:\w+ing|the|my|his|her|with|le|la|les|mon|ma|mes|du|des)\b/.test(said);
}

/** A sentence with what ends it. */
const SENTENCES = /[^.!?;…\n\r]+[.!?;…]*/gu;
/** The first words before a comma or a dash, and the last ones after one. */
const FIRST_CLAUSE = /^([^,–—]+?)(?:[,–—]| - )/u;
const LAST_CLAUSE = /[,–—]([^,–—]+)$/u;

/** An opt-out alone, or as the first or the last sentence of several, or after the last comma: "Not me. Stop please". A question asks. */
function standsAlone(text: string): boolean {
  const sentences = text.match(SENTENCES)?.filter((one) => wordsOf(plain(one)).length > 0) ?? [];
  const edges = sentences.length > 1 ? [sentences[0], sentences.at(-1)] : [];
  return [text, ...edges, FIRST_CLAUSE.exec(text)?.[1], LAST_CLAUSE.exec(text)?.[1]].some(
    (part) => part !== undefined && !asks(part) && isStopAlone(part),
  );
}

function isStopAlone(part: string): boolean {
  const said = wordsOf(plain(part).replace(FOR_GOOD, ' ')).join(' ');
  return isAllOf(said.replace(DEMANDS, '').split(' '), STOPS_ALONE, BESIDE_A_STOP);
}

const BESIDE_A_STOP: ReadonlySet<string> = new Set([...STOP_FILLERS, ...SAID_TO]);
const isAllStop = (words: readonly string[]): boolean => isAllOf(words, STOP_WORDS, STOP_FILLERS);

/** One of these or several, with nothing beside them but what adds nothing. */
function isAllOf(words: readonly string[], stops: ReadonlySet<string>, fillers: ReadonlySet<string>): boolean {
  const isStop = (word: string) => stops.has(word) || isStretchedStop(word);
  return words.some(isStop) && words.every((word) => isStop(word) || fillers.has(word));
}
