import type { Answer, Asked } from './answer-texts.js';
import type { Reply } from './reply.js';

/** What the phone was sent last: one of our texts, or `stray` where its own was answered of no clinic. */
export type Last = { reply: Answer | null; asks: Asked | null } | 'stray';

type YesTo = 'act' | 'courtesy' | 'unclear';

/**
 * What a yes is to, by what was said last and what may have been said since; where these differ, a person reads it. `act`: it says itself what it is to, or that asked for one. `courtesy`: "ok" to an answer
 * that asks for nothing, which whoever cannot come says too. `unclear`: a yes to what asked for none, which a person reads.
 */
export function yesTo(reply: Pick<Reply, 'agreement'>, lasts: readonly Last[]): YesTo {
  const [first = 'act', ...others] = new Set(lasts.map((last) => yesToOne(reply, last)));
  return others.length === 0 ? first : 'unclear';
}

function yesToOne({ agreement }: Pick<Reply, 'agreement'>, last: Last): YesTo {
  if (!agreement || agreement === 'coming') return 'act';
  if (last === 'stray') return 'unclear';
  const { reply, asks } = last;
  // A reminder, or what it says anew.
  if (reply === null || reply === 'changed' || reply === 'again') return 'act';
  if (reply === 'which') return asks === 'yes' ? 'act' : 'unclear';
  if (agreement === 'mere') return 'courtesy';
  return reply === 'confirmed' ? 'act' : 'unclear';
}

/** Whether thanks are to an answer of ours that asks for nothing: to a reminder, or to a question, they leave open what is meant. */
export const asksForNothing = (lasts: readonly Last[]): boolean =>
  lasts.length > 0 &&
  lasts.every((last) => last === 'stray' || (last.reply !== null && !['which', 'changed', 'again'].includes(last.reply)));

/** Whether the last word on an appointment was that they cannot come, or want another time: "see you then" may be to what they hope for. */
export const leavesOpen = (lasts: readonly Last[]): boolean =>
  lasts.some((last) => last !== 'stray' && (['kept', 'reschedule'].includes(last.reply ?? '') || (last.asks ?? 'yes') !== 'yes'));
