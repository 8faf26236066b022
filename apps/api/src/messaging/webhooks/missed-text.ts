import type { Reply } from './reply.js';
import type { Told } from './appointments-meant.js';

/** A text that is taken late: what it asks for may not be so any more. */
export interface MissedText {
  /** When it was written, by Twilio's clock, to the second. */
  at: Date;
  /** True where the same phone has said something since that was heard. */
  overtaken: boolean;
  /** True where that was to be written to again. */
  takenBack: boolean;
  /** False where it is too late for an answer. */
  answered: boolean;
}

/**
 * An answer to what the phone had been told when it was written. Where anything was told or said since, nothing is done of it but
 * an opt-out that was not taken back, or what takes one back: a person reads it. A courtesy asks for nothing, whenever it comes.
 */
export function asMissed(reply: Reply, { at, overtaken, takenBack }: MissedText, told: readonly Pick<Told, 'arrivedBy'>[]): Reply {
  if ((reply.wish === 'stop' && !takenBack) || reply.courtesy) return reply;
  // One that was on its way when this was written may have come after it.
  const toldSince = told.some(({ arrivedBy }) => arrivedBy >= at);
  if (reply.wish !== 'stop' && !overtaken && (reply.wish === 'start' || !toldSince)) return reply;
  return { wish: 'other', forPerson: true, ownWords: true, mayBeOff: reply.mayBeOff ?? reply.wish === 'no' };
}
