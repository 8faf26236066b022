import type { AnswerValue } from '@keel/contracts';
import { type Answers, changedKeys, type FieldKey, sameAnswer, withAnswer } from './answers.js';

/** An answer that was changed on both sides, differently. */
export interface Conflict {
  key: FieldKey;
  mine: AnswerValue | undefined;
  theirs: AnswerValue | undefined;
}

export interface Merge {
  /** Both sides together; where they conflict, mine. */
  merged: Answers;
  conflicts: Conflict[];
}

/** Joins what two sides made of the same base: who alone changed an answer is followed. */
export function mergeDrafts(base: Answers, mine: Answers, theirs: Answers): Merge {
  const conflicts: Conflict[] = [];
  let merged = theirs;
  for (const key of changedKeys(base, mine)) {
    merged = withAnswer(merged, key, mine[key]);
    const changedThere = !sameAnswer(base[key], theirs[key]);
    if (changedThere && !sameAnswer(mine[key], theirs[key])) conflicts.push({ key, mine: mine[key], theirs: theirs[key] });
  }
  return { merged, conflicts };
}

export type Side = 'mine' | 'theirs' | 'both';

/** Texts can be kept one under the other; of anything else there is one answer. */
export function canKeepBoth({ mine, theirs }: Conflict): boolean {
  return typeof mine === 'string' && typeof theirs === 'string' && mine.length > 0 && theirs.length > 0;
}

export function settled(conflict: Conflict, side: Side): AnswerValue | undefined {
  if (side === 'both' && canKeepBoth(conflict)) return `${conflict.theirs as string}\n${conflict.mine as string}`;
  return side === 'theirs' ? conflict.theirs : conflict.mine;
}
