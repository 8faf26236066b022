import type { AnswerValue } from '@keel/contracts';

/** What one appointment leaves in a note: the parts of SOAP, each with its answers by key. */
export type NoteWords = Record<'subjective' | 'objective' | 'assessment' | 'plan', Record<string, AnswerValue>>;

/** A person's complaint as it goes from appointment to appointment; `session` counts from 1. */
export type Course = (session: number) => NoteWords;

/** A figure that gets better by one at each appointment until it rests. */
export const falling = (from: number, session: number, rest = 1): number => Math.max(rest, from - (session - 1));
export const rising = (from: number, session: number, step: number, most: number): number => Math.min(most, from + (session - 1) * step);
/** The words of this appointment; the last ones go on. */
export const told = (session: number, ...words: [string, ...string[]]): string => words[Math.min(session, words.length) - 1] ?? words[0];
