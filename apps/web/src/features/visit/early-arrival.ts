import { dateIn } from '@keel/calendar';
import type { Visit } from './visit.queries.js';

interface Asked {
  visit: Visit;
  answer: (arrived: boolean) => void;
}
type Listener = () => void;

let asked: Asked | undefined;
const listeners = new Set<Listener>();

/** The day of the visit, by the clock of its place, is still to come. */
export function isEarly({ start, location: { timeZone } }: Pick<Visit, 'start' | 'location'>, now: number): boolean {
  return dateIn(timeZone, Date.parse(start)) > dateIn(timeZone, now);
}

/** Asks whether the patient is here already, days ahead: most often another of their visits was meant. */
export function askEarly(visit: Visit): Promise<boolean> {
  answerEarly(false);
  return new Promise((answer) => put({ visit, answer }));
}

export function answerEarly(arrived: boolean): void {
  const before = asked;
  if (!before) return;
  put(undefined);
  before.answer(arrived);
}

export const earlyAsked = (): Visit | undefined => asked?.visit;

export function onEarly(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(next: Asked | undefined): void {
  asked = next;
  for (const listener of listeners) listener();
}
