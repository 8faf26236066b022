import { ApiProblem } from '../../data/client/problem.js';
import { question } from './question.js';
import type { Appointment } from '../../data/appointments.js';

const REASONS = ['SLOT_TAKEN', 'PRACTITIONER_AWAY'] as const;

export interface RestoreOver {
  appointment: Appointment;
  /** Why its time is not free. */
  reason: (typeof REASONS)[number];
  /** How it comes back to it: it was off, or at another. */
  back: 'restored' | 'moved';
}

/** Why the time of an appointment was refused where it may be taken all the same, or undefined where that is not so. */
export function reasonOf(error: unknown): RestoreOver['reason'] | undefined {
  return error instanceof ApiProblem ? REASONS.find((code) => code === error.code) : undefined;
}

/** Asks whether an appointment is meant to come back though its time is taken by now. */
export const { ask: askOver, answer: answerOver, asked: overAsked, subscribe: onOver } = question<RestoreOver>();
