interface Seen {
  id: string;
  version: number;
}

/** The version that an appointment has since this person said of it that its patient was told, or was not, by the one it had before. */
const since = new Map<string, number>();
const keyOf = ({ id, version }: Seen): string => `${id} ${version}`;

/** To be said once it is done: of a second press, which changes nothing, there is nothing to keep. */
export function noteTelling(before: Seen, now: Seen): void {
  if (now.version > before.version) since.set(keyOf(before), now.version);
}

/**
 * The appointment as it was seen, with the version that it has by this person's own words of telling its patient: these change nothing of what
 * is done to the appointment, so they make nobody's way back a mistake. Whatever else came between leaves the older version, which is refused.
 */
export function asTold<T extends Seen>(appointment: T): T {
  const next = since.get(keyOf(appointment));
  return next === undefined ? appointment : asTold({ ...appointment, version: next });
}
