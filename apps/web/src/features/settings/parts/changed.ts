export type FormValues = Record<string, unknown>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The values that differ from what was there first. */
export function changedOf<V extends FormValues>(initial: V, now: V): Partial<V> {
  return pick(now, (key) => !same(initial[key], now[key]));
}

/** What somebody else wrote into fields that were changed here too: saving would go over it. */
export function overruled<V extends FormValues>(initial: V, mine: V, theirs: V): Partial<V> {
  return pick(theirs, (key) => !same(initial[key], mine[key]) && !same(initial[key], theirs[key]) && !same(mine[key], theirs[key]));
}

function pick<V extends FormValues>(values: V, wanted: (key: keyof V) => boolean): Partial<V> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted(key))) as Partial<V>;
}
