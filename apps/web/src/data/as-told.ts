interface Seen {
  id: string;
  version: number;
}

/** The version that an appointment got when this person noted that its patient was told, or was not; by the version that it had before. */
const since = new Map<string, number>();
const keyOf = ({ id, version }: Seen): string => `${id} ${version}`;

/** Called once the note is saved. A second press changes nothing, and then there is nothing to keep. */
export function noteTelling(before: Seen, now: Seen): void {
  if (now.version > before.version) since.set(keyOf(before), now.version);
}

/**
 * The appointment as it was seen, with the version that it has after this person noted that its patient was told, or was not. Such a note
 * raises the version and changes nothing else, so it must not block Undo. Any other change in between leaves the older version, which is
 * refused.
 */
export function asTold<T extends Seen>(appointment: T): T {
  const next = since.get(keyOf(appointment));
  return next === undefined ? appointment : asTold({ ...appointment, version: next });
}
