import { dateIn } from '@keel/calendar';
import { question } from './question.js';
import type { Appointment } from '../../data/appointments.js';

/** The day of the appointment, by the clock of its place, is still to come. */
export function isEarly({ start, location: { timeZone } }: Pick<Appointment, 'start' | 'location'>, now: number): boolean {
  return dateIn(timeZone, Date.parse(start)) > dateIn(timeZone, now);
}

/** Asks whether the patient is here already, days ahead: most often another of their appointments was meant. */
export const { ask: askEarly, answer: answerEarly, asked: earlyAsked, subscribe: onEarly } = question<Appointment>();
