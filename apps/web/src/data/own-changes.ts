import { asTold } from './as-told.js';
import type { Answer } from './client/problem.js';
import { countUnanswered } from './client/unanswered-changes.js';

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

/** The one that was asked for, as this person's own words and acts have left it since; a colleague's are no part of that. */
function asLeft(asked: Appointment): Appointment {
  const told = asTold(asked);
  const own = withOwn(told, ({ version }) => String(version));
  return own === told ? told : asLeft(own);
}

/** What this person does to each appointment, until it is answered. */
const underWay = new Map<string, Promise<unknown>>();

/** Longer than any answer takes: whoever waits for one that never comes goes on, and is refused where it came after all. */
const LONGEST_TURN_MS = 15_000;

/** Does something to an appointment once all is answered that this person does to it already, and then to what that left. */
export function inTurn(asked: Appointment, send: (seen: Appointment) => Promise<Appointment>): Promise<Appointment> {
  const before = underWay.get(asked.id) ?? Promise.resolve();
  const answer = before.then(() => send(asLeft(asked)));
  const isDone = answer.then(
    () => true,
    () => false,
  );
  countUnanswered(isDone);
  // A refusal is told to whoever asked for it; the next in turn is done all the same, and refused itself where it has to be.
  const over = Promise.race([
    answer.then(
      () => undefined,
      () => undefined,
    ),
    before.then(() => new Promise<void>((resolve) => setTimeout(resolve, LONGEST_TURN_MS))),
  ]);
  underWay.set(asked.id, over);
  void over.then(() => underWay.get(asked.id) === over && underWay.delete(asked.id));
  return answer;
}
