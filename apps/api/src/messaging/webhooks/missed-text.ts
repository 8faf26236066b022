import type { Reply } from './reply.js';
import type { Told } from './appointments-meant.js';
import { type OptOut, optOutAfter, type OptSaid, optWordOf } from './opting.js';

/** A text that is taken late: what it asks for may not be so any more. */
export interface MissedText {
  /** When it was written, by Twilio's clock, to the second. */
  at: Date;
  /** True where the same phone has said something since that was heard. */
  overtaken: boolean;
  /** Where it is of being texted: what has to be said so that it holds as of when it was written. */
  said: readonly OptSaid[];
  /** The texts whose saying `said` takes into account: it does not hold where its phone has said something by another since. */
  known: readonly string[];
  /** False where it is too late for an answer. */
  answered: boolean;
}

/**
 * An answer to what the phone had been told when it was written. Where anything was told or said since, nothing is done of it, and a person reads
 * it; but whether texts are wanted is decided by what was written last, whatever else was (`out` is what holds of that until now). A courtesy
 * asks for nothing, whenever it comes.
 */
export function asMissed(
  reply: Reply,
  { at, overtaken, said }: MissedText,
  told: readonly Pick<Told, 'arrivedBy'>[],
  out: OptOut | undefined,
): Reply {
  if (reply.courtesy) return reply;
  const words = said.map(({ word }) => word);
  const isOut = optOutAfter(out, words) !== undefined;
  const optsIn = reply.wish === 'start' || (words[0] === 'yes' && out?.toUsAlone === false);
  if (reply.wish === 'stop' ? isOut : optsIn && !isOut) return reply;
  // One that was on its way when this was written may have come after it.
  const toldSince = told.some(({ arrivedBy }) => arrivedBy >= at);
  if (reply.wish !== 'stop' && !optsIn && !overtaken && !toldSince) return reply;
  return { wish: 'other', forPerson: true, ownWords: true, mayBeOff: reply.mayBeOff ?? reply.wish === 'no' };
}

/** What a text says of being texted, where it `counts` for that; one that was missed says it in its place among the others. */
export function optsSaid({ body, sid, missed }: { body: string; sid: string; missed?: MissedText }, counts: boolean): readonly OptSaid[] {
  if (missed) return missed.said;
  const word = counts ? optWordOf(body) : undefined;
  return word ? [{ word, sid }] : [];
}
