import {
  AGREEMENTS,
  BOTH,
  CANCEL_VISIT,
  COURTEOUS_PHRASES,
  COURTESIES,
  DEMANDS,
  HELP_WORDS,
  isStretchedStop,
  LEAD_INS,
  LOOK_ALIKE,
  LOOK_ALIKES,
  MARKED,
  MAY_BE_OFF,
  NO,
  NOT_CANCEL,
  NOT_STOP,
  NUMBERS,
  OUR_WAY_OUT,
  QUOTED,
  RESCHEDULE,
  SAYS_YES,
  START_SENTENCES,
  START_WORDS,
  STOP_FILLERS,
  STOP_OR_CANCEL,
  STOP_SENTENCES,
  STOP_WORDS,
  STOPS_ALONE,
  WHOLE_STOPS,
  YES,
  TAPPED,
} from './reply-words.js';

/** What a patient's text asks for. Anything that is not plain is `other`, and a person reads it. */
export type Wish = 'stop' | 'start' | 'help' | 'yes' | 'no' | 'reschedule' | 'choice' | 'other';

export interface Reply {
  wish: Wish;
  /** The numbers of a `choice`, in the order they were named; `all` for both or all of them. */
  choice?: number[] | 'all';
  /** A `choice` that says yes besides: it counts where that is what was asked. */
  saysYes?: boolean;
  /** True where somebody should read it too: it says more than the wish, or may be meant otherwise. */
  forPerson: boolean;
  /** True where it says more than the wish, in words of somebody's own; a word that may be meant otherwise is none. */
  ownWords?: boolean;
  /** True of an opt-out that seems to call off a visit too. */
  cancels?: boolean;
  /** True of words of somebody's own that may be about not coming, or another time; read generously, to tell that they came. */
  mayBeOff?: boolean;
}

const LONGEST = 1600;
const AGREEING = /^[👍👌✅✔☑]+$/u;
const REFUSING = /^[👎❌✖🚫]+$/u;
const HALTING = /^[🛑⛔]+$/u;

const plainly = (wish: Wish): Reply => ({ wish, forPerson: false });
const read = (wish: Wish): Reply => ({ wish, forPerson: true });
const more = (wish: Wish): Reply => ({ wish, forPerson: true, ownWords: true });

/**
 * Reads a text of any kind; never throws. Where a text may be an opt-out it is taken for one, as a regulator would, and a
 * person reads it besides: to go on writing to somebody who said stop is worse than one reminder less.
 */
export function understandReply(text: string): Reply {
  const told = ownPart(text.slice(0, LONGEST));
  const symbols = symbolsOf(told);
  const said = plain(told);
  if (said === '') return byAnEmoji(symbols);
  const core = wordsOf(said).join(' ');
  const reply = stopOf(told) ?? startOf(said, core) ?? answerOf(core) ?? more('other');
  const off = MAY_BE_OFF.test(said) || (CANCEL_VISIT.test(said) && !NOT_CANCEL.test(said));
  if (reply.wish === 'stop' && reply.ownWords && off) return { ...reply, cancels: true };
  if (reply.wish === 'other' && off) return { ...reply, mayBeOff: true };
  // "Yes 👎" says two things, and "ok?" asks; so do they of START, without which nobody is written to again.
  const doubtful = REFUSING.test(symbols) || HALTING.test(symbols) || /[?\uff1f]/.test(told);
  return doubtful && ['yes', 'choice', 'start'].includes(reply.wish) ? more('other') : reply;
}

/** Without what is quoted of ours: a reminder that is liked or sent on says how to opt out, and nobody has. All of it where nothing else is said. */
function ownPart(text: string): string {
  const own = text.replace(OUR_WAY_OUT, ' ').replace(MARKED, ' ');
  const said = TAPPED.test(own) ? own.replace(QUOTED, ' ') : own;
  // Whoever copies our line and adds nothing does as it says.
  return [said, text.replace(OUR_WAY_OUT, ' ')].find((part) => plain(part) !== '') ?? text;
}

/** Without what is mere politeness. */
const wordsOf = (said: string) =>
  said
    .replace(COURTEOUS_PHRASES, ' ')
    .split(' ')
    .filter((word) => word && !COURTESIES.has(word));

/** Lower case, without accents, apostrophes and punctuation; a key cap is its digit. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const symbolsOf = (text: string) => text.replace(/[\p{L}\p{N}\p{P}\p{Z}\p{M}\p{C}\u{1f3fb}-\u{1f3ff}]/gu, '');

function byAnEmoji(symbols: string): Reply {
  if (AGREEING.test(symbols)) return plainly('yes');
  if (REFUSING.test(symbols)) return read('no');
  return HALTING.test(symbols) ? plainly('stop') : more('other');
}

/** An opt-out is one in whatever letters it looks like one. */
function stopOf(text: string): Reply | undefined {
  const told = text.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter);
  const said = plain(told);
  const words = wordsOf(said);
  const asked = words.join(' ').replace(LEAD_INS, '').split(' ');
  const compact = asked.join('');
  if (STOP_OR_CANCEL.has(words.join(''))) return read('stop');
  // Spaced out it is the same word: "S T O P".
  if (STOP_WORDS.has(compact) || isAllStop(asked)) return plainly('stop');
  if (isAllStop(asked.filter((word) => !AGREEMENTS.has(word)))) return read('stop');
  if (WHOLE_STOPS.some((whole) => whole.test(words.join(' ')))) return read('stop');
  if (NOT_STOP.test(said)) return undefined;
  if (standsAlone(told)) return more('stop');
  // In capitals at the very beginning, whatever follows, but for "STOP BY".
  const shouted = /^\W*(?:STOP|ARR[EÊ]T)\b(?! (?:by|in|at|over|off)\b)/iu.test(told) && /^\W*(?:STOP|ARR[EÊ]T)(?![\p{L}])/u.test(told);
  // At the very end too, where not everything is shouted: "I moved away, STOP".
  const last = /[\s,–—-](?:STOP|ARR[EÊ]T)[\s.!]*$/u.test(told) && /\p{Ll}/u.test(told);
  return shouted || last || STOP_SENTENCES.some((sentence) => sentence.test(said)) ? more('stop') : undefined;
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
    (part) => part !== undefined && !/[?\uff1f]/.test(part) && isStopAlone(part),
  );
}

function isStopAlone(part: string): boolean {
  return isAllOf(wordsOf(plain(part)).join(' ').replace(DEMANDS, '').split(' '), STOPS_ALONE);
}

const isAllStop = (words: readonly string[]): boolean => isAllOf(words, STOP_WORDS);

/** One of these or several, with nothing beside them but what adds nothing. */
function isAllOf(words: readonly string[], stops: ReadonlySet<string>): boolean {
  const isStop = (word: string) => stops.has(word) || isStretchedStop(word);
  return words.some(isStop) && words.every((word) => isStop(word) || STOP_FILLERS.has(word));
}

function startOf(said: string, core: string): Reply | undefined {
  if (START_WORDS.has(core.replaceAll(' ', ''))) return plainly('start');
  return START_SENTENCES.test(said) && !/\b(?:dont|do not|never|pas)\b/.test(said) ? more('start') : undefined;
}

function answerOf(core: string): Reply | undefined {
  if (core === '') return undefined;
  if (HELP_WORDS.has(core)) return plainly('help');
  if (BOTH.test(core)) return { wish: 'choice', choice: 'all', saysYes: SAYS_YES.test(core), forPerson: false };
  if (NUMBERS.test(core)) {
    return { wish: 'choice', choice: [...new Set(core.match(/\d/g)?.map(Number))], saysYes: SAYS_YES.test(core), forPerson: false };
  }
  if (YES.test(core)) return plainly('yes');
  // That somebody is not coming is news for the clinic; nothing is cancelled by a text.
  if (NO.test(core)) return read('no');
  if (CANCEL_VISIT.test(core) && !NOT_CANCEL.test(core)) return more('no');
  if (RESCHEDULE.test(core)) return core.includes(' ') ? more('reschedule') : plainly('reschedule');
  return undefined;
}
