import { alike, bodyOf, type PatientField, type PatientValues } from './patient-values.js';

/** What was changed by two people at once. */
export interface Conflict {
  /** Fields that both changed, to different things: somebody must choose. */
  both: PatientField[];
  /** Fields that only the other changed: taken over. */
  theirs: PatientField[];
  /** The form as it goes on: mine where I changed something, theirs elsewhere. */
  merged: PatientValues;
}

/**
 * Brings together what the form began with, what was typed into it and what somebody else saved meanwhile. Nothing that was
 * typed is lost: where both changed a field, mine stands until theirs is chosen.
 */
export function mergeValues(before: PatientValues, mine: PatientValues, saved: PatientValues): Conflict {
  const [was, typed, now] = [bodyOf(before), bodyOf(mine), bodyOf(saved)];
  const both: PatientField[] = [];
  const theirs: PatientField[] = [];
  for (const field of Object.keys(now) as PatientField[]) {
    if (alike(now[field], was[field]) || alike(now[field], typed[field])) continue;
    (alike(typed[field], was[field]) ? theirs : both).push(field);
  }
  const taken = Object.fromEntries(theirs.map((field) => [field, saved[field]]));
  return { both, theirs, merged: { ...mine, ...taken } };
}
