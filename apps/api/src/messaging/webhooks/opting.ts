import type { Reply } from './reply.js';
import { understandReply } from './understand-reply.js';

/** An opt-out that holds. */
export interface OptOut {
  /** True where it was said in a sentence, which Twilio takes for nothing: of such a one it knows nothing. */
  toUsAlone: boolean;
}

/**
 * What a text says of being texted: `keyword` is an opt-out that Twilio knows too, `sentence` one that we alone understand. `yes` is Twilio's own
 * word for an opt-in: what it says depends on what was said before.
 */
export type OptWord = 'keyword' | 'sentence' | 'start' | 'yes';

/** Such a word, and the text that it is. */
export interface OptSaid {
  word: OptWord;
  sid: string;
}

/** One that was heard, and whether it was an opt-in when it was. */
export interface OptHeard extends OptSaid {
  optedIn: boolean;
}

// At these words Twilio answers by itself; an answer of ours would be a second one, or refused.
const ANSWERED_BY_TWILIO = /^\s*(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|HELP|INFO)\s*$/i;
/** Twilio takes this very word for a wish to be texted again. */
const OPTS_IN_AT_TWILIO = /^\s*YES\s*$/i;

export const isAnsweredByTwilio = (body: string): boolean => ANSWERED_BY_TWILIO.test(body);

/** Undefined where a text says nothing of being texted. */
export function optWordOf(body: string): OptWord | undefined {
  const { wish } = understandReply(body);
  if (wish === 'stop') return isAnsweredByTwilio(body) ? 'keyword' : 'sentence';
  if (wish === 'start') return 'start';
  return wish === 'yes' && OPTS_IN_AT_TWILIO.test(body) ? 'yes' : undefined;
}

/**
 * What holds after these words, in the order in which they were written. Once Twilio knows of an opt-out it keeps it until START or YES,
 * whatever was said to us besides; of one that was said to us alone it knows nothing, and a YES may as well be an answer to a reminder. The
 * database does the same (`say_opt_out`), under the lock of the number.
 */
export function optOutAfter(before: OptOut | undefined, words: readonly OptWord[]): OptOut | undefined {
  return words.reduce<OptOut | undefined>((out, word) => {
    if (word === 'start') return undefined;
    if (word === 'yes') return out?.toUsAlone === false ? undefined : out;
    return { toUsAlone: word === 'sentence' && out?.toUsAlone !== false };
  }, before);
}

/**
 * What is to be said after all that was heard so that it holds as if this, which was written before some of that, had been heard in its place:
 * itself, and what was `heard` since once more. What held before it is known only by a YES since that counted: where no keyword stands
 * between, Twilio kept an opt-out then. So a sentence changed nothing of that, and a YES was the opt-in itself.
 */
export function saidLate(missed: OptSaid, heard: readonly OptHeard[]): OptSaid[] {
  const optIn = heard.findIndex(({ optedIn }) => optedIn);
  if (optIn < 0) return [missed, ...heard];
  if (missed.word === 'sentence') return [];
  const wasKept = heard[optIn]?.word === 'yes' && !heard.slice(0, optIn).some(({ word }) => word === 'keyword');
  return [missed.word === 'yes' && wasKept ? { ...missed, word: 'start' } : missed, ...heard];
}

/**
 * Whether texts are wanted again. Twilio's own word for it counts where Twilio keeps the opt-out; where it knows of none, that may as well be an
 * answer to a reminder.
 */
export function optsIn({ wish }: Reply, body: string, out: OptOut | undefined): boolean {
  return wish === 'start' || (wish === 'yes' && out?.toUsAlone === false && OPTS_IN_AT_TWILIO.test(body));
}
