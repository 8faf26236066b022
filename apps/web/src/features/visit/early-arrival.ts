import { dateIn } from '@keel/calendar';
import { question } from './question.js';
import type { Visit } from './visit.queries.js';

/** The day of the visit, by the clock of its place, is still to come. */
export function isEarly({ start, location: { timeZone } }: Pick<Visit, 'start' | 'location'>, now: number): boolean {
  return dateIn(timeZone, Date.parse(start)) > dateIn(timeZone, now);
}

/** Asks whether the patient is here already, days ahead: most often another of their visits was meant. */
export const { ask: askEarly, answer: answerEarly, asked: earlyAsked, subscribe: onEarly } = question<Visit>();
