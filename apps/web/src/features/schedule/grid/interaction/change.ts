import type { Move } from '../../../../data/appointments.js';
import { type Axis, instantAt, type Span, type Stretch } from '../axis.js';
import type { GridColumn, PlacedAppointment } from '../columns.js';
import { clamp, STEP_MINUTES } from '../drop.js';

/** Where something on the grid would come to lie. */
export interface Target extends Stretch {
  column: number;
}

/** An appointment that is taken hold of, and where it would go. */
export interface Held {
  card: PlacedAppointment;
  /** Where it lies: not yet where the card is drawn, if it was moved a moment ago. */
  from: Target;
  to: Target;
}

/** The last move: without a version until it is answered. */
export interface LastMove {
  appointmentId: string;
  to: Target;
  version?: number;
}

/** Where an appointment lies: where it was last moved to, until that is drawn or somebody has changed it since. */
export function liesAt({ appointment, start, end }: PlacedAppointment, column: number, last: LastMove | undefined): Target {
  if (last?.appointmentId === appointment.id && (last.version === undefined || last.version > appointment.version)) return last.to;
  return { column, start, end };
}

/** A service is of one profession: an appointment goes to colleagues of the same one only. */
export function mayGoTo(columns: readonly GridColumn[], from: number, to: number): boolean {
  return columns[to]?.practitioner.profession === columns[from]?.practitioner.profession;
}

/** What changes about the appointment when it comes to lie there; undefined where that is nothing. */
export function moveTo(axis: Axis, columns: readonly GridColumn[], { from, to }: Omit<Held, 'card'>): Move | undefined {
  const column = columns[to.column];
  if (!column) return undefined;
  const length = to.end - to.start;
  const given = column.practitioner.id !== columns[from.column]?.practitioner.id;
  const moved = to.column !== from.column || to.start !== from.start;
  const resized = length !== from.end - from.start;
  if (!moved && !resized) return undefined;
  return {
    ...(moved && { start: new Date(instantAt(axis, column.date, to.start)).toISOString() }),
    ...(given && { practitionerId: column.practitioner.id }),
    ...(resized && { durationMinutes: length }),
  };
}

export type Nudge = 'earlier' | 'later' | 'left' | 'right' | 'shorter' | 'longer';

/** One step by the keyboard; columns of other professions are stepped over. */
export function nudge(columns: readonly GridColumn[], held: Held, by: Nudge, { first, last }: Span): Target {
  const { start, end, column } = held.to;
  switch (by) {
    case 'earlier':
    case 'later': {
      const wanted = by === 'later' ? nextStep(start) : lastStep(start);
      const moved = clamp(wanted, first, Math.max(first, last - (end - start)));
      return { column, start: moved, end: moved + end - start };
    }
    case 'shorter':
    case 'longer': {
      const length = end - start + (by === 'longer' ? STEP_MINUTES : -STEP_MINUTES);
      return { column, start, end: clamp(start + length, start + STEP_MINUTES, Math.max(last, start + STEP_MINUTES)) };
    }
    case 'left':
    case 'right': {
      const step = by === 'left' ? -1 : 1;
      let to = column + step;
      while (columns[to] && !mayGoTo(columns, held.from.column, to)) to += step;
      return { column: columns[to] ? to : column, start, end };
    }
  }
}

/** The first step after a minute: an appointment off the steps comes onto them. */
function nextStep(minute: number): number {
  return (Math.floor(minute / STEP_MINUTES) + 1) * STEP_MINUTES;
}

/** The last step before a minute. */
function lastStep(minute: number): number {
  return (Math.ceil(minute / STEP_MINUTES) - 1) * STEP_MINUTES;
}
