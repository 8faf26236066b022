import type { DayNamed } from './days-named.js';

/** What a patient's text asks for. Anything that is not plain is `other`, and a person reads it. */
export type Wish = 'stop' | 'start' | 'help' | 'yes' | 'no' | 'reschedule' | 'choice' | 'other';

export interface Reply {
  wish: Wish;
  /** The numbers of a `choice`, in the order they were named; `all` for both or all of them. */
  choice?: number[] | 'all';
  /** A `choice` that says yes besides: it counts where that is what was asked. */
  saysYes?: boolean;
  /**
   * Of a yes that names nothing: `plain` is a yes to a question, `mere` may as well be a courtesy ("ok"), and `coming` says that they come to
   * whatever was agreed on ("see you then"). What confirms in so many words has none.
   */
  agreement?: 'plain' | 'mere' | 'coming';
  /** True where somebody should read it too: it says more than the wish, or may be meant otherwise. */
  forPerson: boolean;
  /** True where it says more than the wish, in words of somebody's own; a word that may be meant otherwise is none. */
  ownWords?: boolean;
  /** True of thanks or a farewell, and of nothing else. */
  courtesy?: boolean;
  /** The days that it names, where somebody has looked for them; their today is that of `writtenAt`, or now. */
  names?: readonly DayNamed[];
  /** When it was written, of a text that was missed. */
  writtenAt?: Date;
  /** True of an opt-out that seems to call off an appointment too. */
  cancels?: boolean;
  /** True of words of somebody's own that may be about not coming, or another time; read generously, so that a clinic is told that they arrived. */
  mayBeOff?: boolean;
}

export const plainly = (wish: Wish): Reply => ({ wish, forPerson: false });
export const read = (wish: Wish): Reply => ({ wish, forPerson: true });
export const more = (wish: Wish): Reply => ({ wish, forPerson: true, ownWords: true });
