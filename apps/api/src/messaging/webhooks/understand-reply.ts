import {
  ASKS_TO_CONFIRM,
  BOTH,
  COMING,
  HELP_WORDS,
  MAY_BE_OFF,
  MERE_YES,
  NO,
  NUMBERS,
  PLAIN_YES,
  SAYS_YES,
  SORRY,
  YES,
} from './appointment-words.js';
import { callsOff, comesAllTheSame, speaksOfCancelling, wishesToMove } from './calling-off.js';
import { isFarewell } from './courteous-words.js';
import { agrees, doubts, drawn, goodwillOf, halts, isSad, refuses, symbolsOf } from './faces.js';
import { startOf } from './opt-in.js';
import { START_WORDS } from './opt-in-words.js';
import { NOT_STOP } from './opt-out-denials.js';
import { isOfTexts, stopAlone, stopOf } from './opt-out.js';
import { LINE_LEAD_INS, MARKED, OF_OURS, OUR_WAY_OUT, QUOTED, TAPPED } from './quoted-words.js';
import { type Reply, more, plainly, read } from './reply.js';
import { asks, clausesOf, says, sentencesOf, wordsOf } from './sentences.js';
import { plain, spelled } from './spelling.js';

const LONGEST = 1600;

/** Of these somebody may say that it is of themselves, or of more than texts. */
const ENDS: ReadonlySet<string> = new Set(['end', 'quit', 'fin']);
const ASKS_FOR_INFO = /^info ?\?$/;

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
    said === '' ? byAnEmoji(told) : (byOurLine(whole) ?? stopOf(told) ?? startOf(told, core) ?? answerOf(told) ?? more('other'));
  const off = mayBeOff(told) || speaksOfCancelling(told);
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
  const answers = beside.map((part) => answerOf(part));
  if (answers.every((answer) => answer && !answer.ownWords)) return read('stop');
  return TAPPED.test(rest) || OF_OURS.test(rest) ? undefined : more('stop');
}

const asksToConfirm = (said: string, core: string): boolean => ASKS_TO_CONFIRM.test(said) && core.startsWith('confirm');

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

function answerOf(told: string): Reply | undefined {
  const core = wordsOf(plain(told)).join(' ');
  if (core === '') return undefined;
  if (HELP_WORDS.has(core)) return plainly('help');
  if (BOTH.test(core)) return { wish: 'choice', choice: 'all', saysYes: SAYS_YES.test(core), forPerson: false };
  if (NUMBERS.test(core)) {
    return { wish: 'choice', choice: [...new Set(core.match(/\d/g)?.map(Number))], saysYes: SAYS_YES.test(core), forPerson: false };
  }
  if (YES.test(core)) return { ...plainly('yes'), ...agreementOf(core) };
  if (comesAllTheSame(told)) return { ...plainly('yes'), agreement: 'coming' };
  // That somebody is not coming is news for the clinic; nothing is cancelled by a text. "No?" asks.
  if (NO.test(core)) return asks(told) ? more('other') : read('no');
  if (callsOff(told)) return more('no');
  if (wishesToMove(told, core)) return core.includes(' ') ? more('reschedule') : plainly('reschedule');
  return undefined;
}

function agreementOf(core: string): Pick<Reply, 'agreement'> {
  if (MERE_YES.test(core)) return { agreement: 'mere' };
  if (PLAIN_YES.test(core)) return { agreement: 'plain' };
  return COMING.test(core) ? { agreement: 'coming' } : {};
}
