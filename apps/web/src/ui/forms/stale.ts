/** What stands in a form, by field. */
export type FormValues = Record<string, unknown>;

export const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The values that differ from what was there first. */
export function changedOf<V extends FormValues>(initial: V, now: V): Partial<V> {
  return pick(now, (key) => !alike(initial[key], now[key]));
}

/** What two people changed of one record at once. */
export interface Merge<V, F extends keyof V> {
  /** Fields that both changed, to different things: somebody must choose. */
  both: F[];
  /** Fields that only the other changed: taken over. */
  theirs: F[];
  /** The form as it goes on: mine where I changed something, theirs elsewhere. */
  merged: V;
}

interface Versions<V> {
  /** What the form began with. */
  before: V;
  mine: V;
  /** What somebody else saved meanwhile. */
  saved: V;
}

/**
 * Brings together what a form began with, what was typed into it and what somebody else saved meanwhile. Nothing that was typed is
 * lost: where both changed a field, mine stands until theirs is chosen.
 * @param asSent the values as they are sent, by which they are compared: a space more is no change
 */
export function mergeStale<V extends object, F extends keyof V & string>(
  { before, mine, saved }: Versions<V>,
  asSent: (values: V) => { readonly [Field in F]: unknown },
): Merge<V, F> {
  const [was, typed, now] = [asSent(before), asSent(mine), asSent(saved)];
  const both: F[] = [];
  const theirs: F[] = [];
  for (const field of Object.keys(now) as F[]) {
    if (alike(now[field], was[field]) || alike(now[field], typed[field])) continue;
    (alike(typed[field], was[field]) ? theirs : both).push(field);
  }
  const taken = Object.fromEntries(theirs.map((field) => [field, saved[field]]));
  return { both, theirs, merged: { ...mine, ...taken } };
}

/** What somebody else wrote into fields that were changed here too: saving would go over it. */
export function overruled<V extends FormValues>(before: V, mine: V, saved: V): Partial<V> {
  const { both } = mergeStale<V, keyof V & string>({ before, mine, saved }, (values) => values);
  return pick(saved, (key) => both.some((field) => field === key));
}

function pick<V extends FormValues>(values: V, wanted: (key: keyof V) => boolean): Partial<V> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted(key))) as Partial<V>;
}
