import { type Interval, MINUTE } from '@keel/calendar';
import { hasCome, isLive } from '../../data/appointment-steps.js';
import type { Appointment } from '../../data/appointments.js';

export type Line =
  | { kind: 'appointment'; appointment: Appointment }
  /** Time between two appointments that stand in which somebody could be booked. */
  | { kind: 'gap'; start: string; minutes: number }
  /** Where the day is now. */
  | { kind: 'now' };

/** Shorter is time to write, not time to book. */
const SHORTEST_GAP = 15;

/**
 * A practitioner's day from top to bottom.
 * @param now left out on another day than today
 * @param open when the practitioner works and is not away: a closed lunch is nobody's free time; undefined while it is not known
 */
export function linesOf(appointments: readonly Appointment[], now: number | undefined, open: readonly Interval[] | undefined): Line[] {
  const lines: Line[] = [];
  let busyUntil = Infinity;
  let told = now === undefined;
  const tellNow = (before: number) => {
    if (told || now === undefined || now >= before) return;
    lines.push({ kind: 'now' });
    told = true;
  };
  for (const appointment of inOrder(appointments)) {
    const start = Date.parse(appointment.start);
    for (const gap of isLive(appointment) ? within(open ?? [], { start: busyUntil, end: start }) : []) {
      const minutes = (gap.end - gap.start) / MINUTE;
      if (minutes < SHORTEST_GAP) continue;
      tellNow(gap.start);
      lines.push({ kind: 'gap', start: new Date(gap.start).toISOString(), minutes });
    }
    tellNow(start);
    lines.push({ kind: 'appointment', appointment });
    if (isLive(appointment))
      busyUntil = busyUntil === Infinity ? Date.parse(appointment.end) : Math.max(busyUntil, Date.parse(appointment.end));
  }
  tellNow(Infinity);
  return lines;
}

/** What of some stretches lies between two moments. */
function within(stretches: readonly Interval[], between: Interval): Interval[] {
  return stretches
    .map(({ start, end }) => ({ start: Math.max(start, between.start), end: Math.min(end, between.end) }))
    .filter(({ start, end }) => start < end);
}

function inOrder(appointments: readonly Appointment[]): Appointment[] {
  return appointments.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.id.localeCompare(b.id));
}

/** The appointment to begin with: who is in the room, else who waits, else who comes next, else the last one that took place. */
export function appointmentToBeginWith(appointments: readonly Appointment[], now: number): Appointment | undefined {
  const standing = inOrder(appointments).filter(isLive);
  const having = (status: Appointment['status']) => standing.find((appointment) => appointment.status === status);
  const next = standing.find((appointment) => !hasCome(appointment) && Date.parse(appointment.end) > now);
  return having('in_session') ?? having('arrived') ?? next ?? standing.at(-1) ?? inOrder(appointments)[0];
}

/** The appointment above or below on the sheet; the ends do not wrap. */
export function neighbour(lines: readonly Line[], id: string | undefined, step: 1 | -1): string | undefined {
  const ids = lines.flatMap((line) => (line.kind === 'appointment' ? [line.appointment.id] : []));
  const at = id === undefined ? -1 : ids.indexOf(id);
  if (at < 0) return step === 1 ? ids[0] : ids.at(-1);
  return ids[at + step];
}
