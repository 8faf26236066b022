import {
  type CivilDate,
  type ClockTime,
  dateIn,
  isKeptDay,
  isClockTime,
  MINUTE,
  minutesOf,
  toInstant,
  toWall,
  wallOf,
} from '@keel/calendar';
import type { Appointment, Move } from '../../data/appointments.js';

/** A time that is wished for an appointment, as it stands in the form's fields. */
export interface Wish {
  day: CivilDate;
  clock: ClockTime;
  practitionerId: string;
  /** Of a free time that was chosen: its very instant, since a clock shows some readings twice a year. */
  exact?: string | undefined;
}

/** Where the appointment is now. */
export function wishOf(zone: string, { start, practitionerId }: Pick<Appointment, 'start' | 'practitionerId'>): Wish {
  return { day: dateIn(zone, Date.parse(start)), clock: clockOf(zone, start), practitionerId, exact: start };
}

/** Whether two wishes read the same in the fields. */
export const isSameWish = (a: Wish, b: Wish): boolean => a.day === b.day && a.clock === b.clock && a.practitionerId === b.practitionerId;

/** The wish for an appointment that was changed while it was made: what nobody touched is as it is by now, and what was typed or chosen stays. */
export function rebased(wish: Wish, begun: Wish, now: Wish): Wish {
  // A free time is chosen as a whole, whatever it has in common with the time of before.
  const chosen = wish.exact !== undefined && wish.exact !== begun.exact;
  const timed = chosen || wish.day !== begun.day || wish.clock !== begun.clock;
  return {
    day: chosen || wish.day !== begun.day ? wish.day : now.day,
    clock: chosen || wish.clock !== begun.clock ? wish.clock : now.clock,
    practitionerId: wish.practitionerId === begun.practitionerId ? now.practitionerId : wish.practitionerId,
    exact: timed ? wish.exact : now.exact,
  };
}

/** HH:MM on the clinic's clock. */
export function clockOf(zone: string, instant: string): ClockTime {
  return new Date(toWall(zone, Date.parse(instant))).toISOString().slice(11, 16);
}

/** The instant that is wished for; undefined while the fields hold no day or no time, or one that the clock skips that night. */
export function startOf(zone: string, { day, clock, exact }: Wish): string | undefined {
  if (exact) return exact;
  if (!isKeptDay(day) || !isClockTime(clock)) return undefined;
  const wall = wallOf(day) + minutesOf(clock) * MINUTE;
  const instant = toInstant(zone, wall);
  return toWall(zone, instant) === wall ? new Date(instant).toISOString() : undefined;
}

/** What the wish changes about the appointment: undefined where that is nothing. */
export function moveOf(zone: string, appointment: Pick<Appointment, 'start' | 'practitionerId'>, wish: Wish): Move | undefined {
  const start = startOf(zone, wish);
  if (start === undefined) return undefined;
  const moved = Date.parse(start) !== Date.parse(appointment.start);
  const given = wish.practitionerId !== appointment.practitionerId;
  if (!moved && !given) return undefined;
  return { start, ...(given && { practitionerId: wish.practitionerId }) };
}
