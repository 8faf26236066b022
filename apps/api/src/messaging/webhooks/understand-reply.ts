import {
  AGREEMENTS,
  BEGGED,
  DEMANDED,
  DEMANDS,
  ELIDED,
  ELIDED_IN_A_HURRY,
  GROWN_TOGETHER,
  HELP_WORDS,
  isStretchedStop,
  LEAD_INS,
  LOOK_ALIKE,
  LOOK_ALIKES,
  NOT_NOW,
  NOT_STOP,
  NUMBER_REMOVED,
  OF_ANOTHER_MATTER,
  STOP_FILLERS,
  STOP_OR_CANCEL,
  STOP_SENTENCES,
  STOP_WORDS,
  STOPS_ALONE,
  SUPPOSED,
  USE_THIS_ONE,
  WHOLE_STOPS,
} from './reply-words.js';
import {
  ASKS_TO_CONFIRM,
  BOTH,
  CANCEL_APPOINTMENT,
  MAY_BE_OFF,
  MERE_YES,
  NO,
  NOT_CANCEL,
  NUMBERS,
  PLAIN_YES,
  RESCHEDULE,
  SAYS_YES,
  SORRY,
  YES,
} from './appointment-words.js';
import { COURTEOUS_PHRASES, COURTESIES, isFarewell } from './courteous-words.js';
import { agrees, doubts, drawn, goodwillOf, halts, isSad, refuses, symbolsOf } from './faces.js';
import { LINE_LEAD_INS, MARKED, OF_OURS, OUR_WAY_OUT, QUOTED, TAPPED } from './quoted-words.js';
import { START_SENTENCES, START_WORDS } from './opt-in-words.js';

/** What a patient's text asks for. Anything that is not plain is `other`, and a person reads it. */
export type Wish = 'stop' | 'start' | 'help' | 'yes' | 'no' | 'reschedule' | 'choice' | 'other';

export interface Reply {
  wish: Wish;
  /** The numbers of a `choice`, in the order they were named; `all` for both or all of them. */
  choice?: number[] | 'all';
  /** A `choice` that says yes besides: it counts where that is what was asked. */
  saysYes?: boolean;
  /**
   * Of a yes that names nothing: `plain` is a yes to a question, and `mere` may as well be a courtesy ("ok"). What confirms in so many words
   * has none.
   */
  agreement?: 'plain' | 'mere';
  /** True where somebody should read it too: it says more than the wish, or may be meant otherwise. */
  forPerson: boolean;
  /** True where it says more than the wish, in words of somebody's own; a word that may be meant otherwise is none. */
  ownWords?: boolean;
  /** True of thanks or a farewell, and of nothing else. */
  courtesy?: boolean;
  /** True of an opt-out that seems to call off an appointment too. */
  cancels?: boolean;
  /** True of words of somebody's own that may be about not coming, or another time; read generously, to tell that they came. */
  mayBeOff?: boolean;
}

const LONGEST = 1600;
/** Those that say it of texts and of nothing else: neither what has stopped, nor a withdrawal. */
const STOPS_TEXTS: ReadonlySet<string> = new Set([...STOP_WORDS].filter((word) => !/^(?:stopped|stops|stopit|stopt|retrait)$/.test(word)));
/** Of these alone somebody may say that it is of themselves: "please end me" is another matter. */
const UNSUBSCRIBES: ReadonlySet<string> = new Set([...STOP_WORDS].filter((word) => /^(?:unsu|optout|desab|desin)/.test(word)));
const NOTHING: ReadonlySet<string> = new Set();
/** Of these somebody may say that it is of themselves, or of more than texts. */
const ENDS: ReadonlySet<string> = new Set(['end', 'quit', 'fin']);
const ASKS_FOR_INFO = /^info ?\?$/;
/** What a stop is of without a doubt, and whom it may name. */
const OF_TEXTS: ReadonlySet<string> = new Set('texting texto textos texts text txt txts sms messages'.split(' '));
const OF_ONESELF: ReadonlySet<string> = new Set(['me', 'moi']);

const plainly = (wish: Wish): Reply => ({ wish, forPerson: false });
const read = (wish: Wish): Reply => ({ wish, forPerson: true });
const more = (wish: Wish): Reply => ({ wish, forPerson: true, ownWords: true });

/**
 * Reads a text of any kind; never throws. Where a text may be an opt-out it is taken for one, as a regulator would, and a
 * person reads it besides: to go on writing to somebody who said stop is worse than one reminder less.
 */
export function understandReply(text: string): Reply {
  const whole = text.slice(0, LONGEST);
  const told = drawn(ownPart(whole));
  const said = plain(told);
  const core = wordsOf(said).join(' ');
  const reply =
    said === '' ? byAnEmoji(told) : (byOurLine(whole) ?? stopOf(told) ?? startOf(told, core) ?? answerOf(core) ?? more('other'));
  const off = mayBeOff(told) || (CANCEL_APPOINTMENT.test(said) && !NOT_CANCEL.test(said));
  if (reply.wish === 'stop' && reply.ownWords && off) return { ...reply, cancels: true };
  if (reply.wish === 'other' && off) return { ...reply, mayBeOff: true };
  if (reply.wish === 'other') return isCourtesy(told) ? { ...read('other'), courtesy: true } : reply;
  // "Yes 👎" says two things, and "ok?" asks; so do they of START, without which nobody is written to again.
  const doubtful = doubts(told) || asks(told) || asksToConfirm(said, core);
  if (doubtful && ['yes', 'choice', 'start'].includes(reply.wish)) return more('other');
  if (SORRY.test(said) && ['yes', 'choice'].includes(reply.wish)) return more('other');
  return isSad(told) || isCry(reply, told, core.split(' ')) ? { ...reply, forPerson: true } : reply;
}

/** A word that is said of more than texts, with anything beside it: "please help", "HELP!!!", "just end". The keyword alone is plain. */
function isCry({ wish }: Reply, told: string, words: readonly string[]): boolean {
  const bare = spelled(told).trim();
  if (wish === 'help') return !HELP_WORDS.has(bare) && !ASKS_FOR_INFO.test(bare);
  return wish === 'stop' && words.some((word) => ENDS.has(word)) && !isOfTexts(words) && !ENDS.has(bare);
}

/** Thanks, a greeting beside them or a farewell, with a face of goodwill or none: nothing that anybody would have to know. */
function isCourtesy(told: string): boolean {
  const faces = goodwillOf(told);
  if (asks(told) || isSad(told) || faces === 'others') return false;
  const said = plain(told);
  return said === '' ? faces === 'only' : isFarewell(said);
}

/** Without what is quoted of ours: a reminder that is liked or sent on says how to opt out, and nobody has. */
function ownPart(text: string): string {
  const own = text.replace(OUR_WAY_OUT, ' ').replace(MARKED, ' ');
  const said = TAPPED.test(own) ? own.replace(QUOTED, ' ') : own;
  return [said, text.replace(OUR_WAY_OUT, ' ')].find((part) => plain(part) !== '') ?? text;
}

/**
 * Whoever sends our own line on opting out does as it says: alone or politely, beside a yes too (to what, somebody reads), and beside a
 * few words of their own. Undefined where it is not there, or stands in what is quoted of ours.
 */
function byOurLine(text: string): Reply | undefined {
  const typed = [text.replace(MARKED, ' '), text].find((part) => plain(part) !== '') ?? text;
  const rest = typed.replace(OUR_WAY_OUT, ' ');
  if (rest === typed) return undefined;
  const said = plain(typed.replace(OUR_WAY_OUT, ' stop '));
  if (stopAlone(wordsOf(said.replace(LINE_LEAD_INS, '')))) return read('stop');
  const beside = typed.split(OUR_WAY_OUT).flatMap((part) => wordsOf(plain(part)).join(' ') || []);
  // "START, STOP to opt out" says two things.
  if (beside.some((part) => START_WORDS.has(part)) || says(said, NOT_STOP)) return more('other');
  const answers = beside.map(answerOf);
  if (answers.every((answer) => answer && !answer.ownWords)) return read('stop');
  return TAPPED.test(rest) || OF_OURS.test(rest) ? undefined : more('stop');
}

/** Without what is mere politeness. */
const wordsOf = (said: string) =>
  said
    .replace(COURTEOUS_PHRASES, ' ')
    .split(' ')
    .filter((word) => word && !COURTESIES.has(word));

/** Lower case, without accents and apostrophes; what French elides is written out, and a key cap is its digit. */
function spelled(text: string): string {
  return text
    .replace(/[’‘ʼ`´′]/g, "'")
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(GROWN_TOGETHER, '$1')
    .replace(ELIDED, '$1$2e ')
    .replace(/'/g, '')
    .replace(ELIDED_IN_A_HURRY, '$1$2$3$4$5$6e ');
}

/** The same without punctuation. */
const plain = (text: string): string =>
  spelled(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** One sentence without politeness, its commas and the like as words of their own; not those around a "please". */
const clausesOf = (sentence: string): string =>
  spelled(sentence)
    .replace(/[,:()–—]|\s-+\s/g, ' , ')
    .replace(/&/g, ' and ')
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' or ')
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
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
function sentencesOf(text: string): string[] {
  const sentences = text.replace(ABBREVIATED, '$1 ').split(BETWEEN_SENTENCES);
  return asks(text) || sentences.some((one) => plain(one).includes(' ')) ? sentences : [plain(text)];
}

const asks = (text: string): boolean => /[?\uff1f\u061f\u2047-\u2049❓❔]/u.test(text);
const asksToConfirm = (said: string, core: string): boolean => ASKS_TO_CONFIRM.test(said) && core.startsWith('confirm');

/** For patterns that find every place, and so remember the last one. */
const says = (said: string, pattern: RegExp): boolean => said.search(pattern) >= 0;

const mayBeOff = (text: string): boolean =>
  sentencesOf(text).some((sentence) => {
    const said = clausesOf(sentence);
    return MAY_BE_OFF.some((pattern) => pattern.test(said));
  });

function byAnEmoji(told: string): Reply {
  const symbols = symbolsOf(told);
  if (asks(told)) return more('other');
  if (agrees(symbols)) return { ...plainly('yes'), agreement: 'mere' };
  if (refuses(symbols)) return read('no');
  return halts(symbols) ? plainly('stop') : more('other');
}

/** An opt-out is one in whatever letters it looks like one. */
function stopOf(text: string): Reply | undefined {
  const told = text.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter);
  const said = plain(told);
  const alone = stopAlone(wordsOf(said));
  // "Don't text now" is no "don't text", and "Annulé ?" or "No reminder?" asks something.
  if (alone && !says(said, NOT_NOW) && !(asks(told) && !STOP_WORDS.has(wordsOf(said).join('')))) return alone;
  if (standsAlone(told) || demandsStop(told, said)) return more('stop');
  if (says(said, NOT_STOP)) return undefined;
  // In capitals at the very beginning, whatever follows, but for "STOP BY".
  const shouted =
    /^\W*(?:STOP|ARR[EÊ]T)\b(?! (?:by|in|at|over|off)\b)/iu.test(told) &&
    /^\W*(?:STOP|ARR[EÊ]T)(?![\p{L}])/u.test(told) &&
    !isOfSomethingElse(told);
  // At the very end too, where not everything is shouted: "I moved away, STOP".
  const last = /[\s,–—-](?:STOP|ARR[EÊ]T)[\s.!]*$/u.test(told) && /\p{Ll}/u.test(told);
  return shouted || last ? more('stop') : undefined;
}

/** An opt-out and nothing else, however polite. */
function stopAlone(words: readonly string[]): Reply | undefined {
  const asked = words.join(' ').replace(LEAD_INS, '').split(' ');
  if (STOP_OR_CANCEL.has(words.join(''))) return read('stop');
  if (isPlainStop(words.join(' '), asked)) return plainly('stop');
  if (STOP_WORDS.has(asked.join('')) || isAllStop(asked)) return more('stop');
  const besideYes = words.filter((word) => !AGREEMENTS.has(word));
  if (isAllStop(besideYes.join(' ').replace(LEAD_INS, '').split(' '))) return read('stop');
  return WHOLE_STOPS.some((whole) => whole.test(words.join(' '))) ? read('stop') : undefined;
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

const isOfTexts = (words: readonly string[]): boolean => words.some((word) => OF_TEXTS.has(word));

const isUnsubscribing = (words: readonly string[]): boolean =>
  words.some((word) => UNSUBSCRIBES.has(word)) && words.every((word) => UNSUBSCRIBES.has(word) || OF_ONESELF.has(word));

/** Says in one of its sentences that no more texts are wanted. One that asks does so only where it demands: "can you stop texting me?" */
function demandsStop(text: string, said: string): boolean {
  const patterns = USE_THIS_ONE.test(said) ? STOP_SENTENCES : [...STOP_SENTENCES, ...NUMBER_REMOVED];
  return sentencesOf(text).some((sentence) => {
    const clauses = clausesOf(sentence).replace(NOT_STOP, ',').replace(SUPPOSED, ',');
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

/** An opt-out as the first or the last sentence of several, or after the last comma: "Not me. Stop please". A question asks. */
function standsAlone(text: string): boolean {
  const sentences = text.match(SENTENCES)?.filter((one) => wordsOf(plain(one)).length > 0) ?? [];
  const edges = sentences.length > 1 ? [sentences[0], sentences.at(-1)] : [];
  return [...edges, FIRST_CLAUSE.exec(text)?.[1], LAST_CLAUSE.exec(text)?.[1]].some(
    (part) => part !== undefined && !asks(part) && isStopAlone(part),
  );
}

function isStopAlone(part: string): boolean {
  return isAllOf(wordsOf(plain(part)).join(' ').replace(DEMANDS, '').split(' '), STOPS_ALONE, STOP_FILLERS);
}

const isAllStop = (words: readonly string[]): boolean => isAllOf(words, STOP_WORDS, STOP_FILLERS);

/** One of these or several, with nothing beside them but what adds nothing. */
function isAllOf(words: readonly string[], stops: ReadonlySet<string>, fillers: ReadonlySet<string>): boolean {
  const isStop = (word: string) => stops.has(word) || isStretchedStop(word);
  return words.some(isStop) && words.every((word) => isStop(word) || fillers.has(word));
}

function startOf(text: string, core: string): Reply | undefined {
  if (START_WORDS.has(core.replaceAll(' ', ''))) return plainly('start');
  if (/\b(?:dont|do not|never|pas)\b/.test(plain(text))) return undefined;
  return sentencesOf(text).some((sentence) => !asks(sentence) && START_SENTENCES.test(clausesOf(sentence))) ? more('start') : undefined;
}

function answerOf(core: string): Reply | undefined {
  if (core === '') return undefined;
  if (HELP_WORDS.has(core)) return plainly('help');
  if (BOTH.test(core)) return { wish: 'choice', choice: 'all', saysYes: SAYS_YES.test(core), forPerson: false };
  if (NUMBERS.test(core)) {
    return { wish: 'choice', choice: [...new Set(core.match(/\d/g)?.map(Number))], saysYes: SAYS_YES.test(core), forPerson: false };
  }
  if (YES.test(core))
    return { ...plainly('yes'), ...(MERE_YES.test(core) ? { agreement: 'mere' } : PLAIN_YES.test(core) ? { agreement: 'plain' } : {}) };
  // That somebody is not coming is news for the clinic; nothing is cancelled by a text.
  if (NO.test(core)) return read('no');
  if (CANCEL_APPOINTMENT.test(core) && !NOT_CANCEL.test(core)) return more('no');
  if (RESCHEDULE.test(core)) return core.includes(' ') ? more('reschedule') : plainly('reschedule');
  return undefined;
}
