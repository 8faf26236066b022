import type { Answer } from './client/problem.js';

type Appointment = Answer<'AppointmentDto'>;

/** What this person changed of each appointment: as they saw it, and as that left it. */
const changes = new Map<string, readonly { before: Appointment; now: Appointment }[]>();

export function noteOwn(before: Appointment, now: Appointment): void {
  changes.set(now.id, [...(changes.get(now.id) ?? []), { before, now }]);
}

/** What somebody was shown, as it is by what they themselves have made of it since: of that nobody has to tell them. */
export function withOwn(shown: Appointment, what: (appointment: Appointment) => string): Appointment {
  const own = changes.get(shown.id)?.findLast(({ before, now }) => now.version > shown.version && what(before) === what(shown));
  return own ? withOwn(own.now, what) : shown;
}
