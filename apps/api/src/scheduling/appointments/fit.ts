import { type Interval, overlaps, subtract } from '@keel/calendar';

/** The time of an appointment, and with it what its service keeps free before and after. */
export interface Extent {
  appointment: Interval;
  withBuffers: Interval;
}

/** The time that an appointment already has of the practitioner whom it is to be with. */
export interface Holding extends Extent {
  /** As it was taken then: its service may have had other buffers. */
  taken: Interval;
}

/** What others have of that time. */
export interface InTheWay {
  taken: readonly Interval[];
  timeOff: readonly Interval[];
}

export interface Fit {
  /** The time to take; where it is refused, what was wanted. */
  during: Interval;
  refusal: 'away' | 'taken' | null;
}

/**
 * Whether the wanted time is free. Time that the appointment already has counts as free: time off that was entered over it, buffers
 * that grew into its neighbours and appointments that were booked over it do not stop a change within it. Where only buffers clash that
 * it would need even if it stayed, it goes without them: the time to take touches nothing that it did not touch before.
 */
export function fit(wanted: Extent, held: Holding | undefined, inTheWay: InTheWay): Fit {
  const { appointment, withBuffers } = wanted;
  const ownTime = held ? [held.appointment] : [];
  if (clashes(subtract([appointment], ownTime), inTheWay.timeOff)) return { during: withBuffers, refusal: 'away' };
  if (!held) return { during: withBuffers, refusal: clashes([withBuffers], inTheWay.taken) ? 'taken' : null };
  const { taken } = held;
  const during = { ...withBuffers };
  if (clashes([{ start: withBuffers.start, end: Math.min(withBuffers.end, taken.start) }], inTheWay.taken)) {
    if (appointment.start < taken.start || withBuffers.start < held.withBuffers.start) return { during: withBuffers, refusal: 'taken' };
    during.start = taken.start;
  }
  if (clashes([{ start: Math.max(withBuffers.start, taken.end), end: withBuffers.end }], inTheWay.taken)) {
    if (appointment.end > taken.end || withBuffers.end > held.withBuffers.end) return { during: withBuffers, refusal: 'taken' };
    during.end = taken.end;
  }
  return { during, refusal: null };
}

/**
 * Whether an appointment that is off may come back to the time that it had, which others may have taken since. Buffers that grew
 * meanwhile do not stop it: it takes the added part where that is free, and does without it where not.
 */
export function fitBack(wanted: Extent, had: Interval, inTheWay: InTheWay): Fit {
  const { appointment, withBuffers } = wanted;
  const again = {
    start: Math.min(appointment.start, Math.max(withBuffers.start, had.start)),
    end: Math.max(appointment.end, Math.min(withBuffers.end, had.end)),
  };
  if (clashes([appointment], inTheWay.timeOff)) return { during: withBuffers, refusal: 'away' };
  if (clashes([again], inTheWay.taken)) return { during: withBuffers, refusal: 'taken' };
  const clashesFrom = (start: number, end: number) => clashes([{ start, end }], inTheWay.taken);
  const start = clashesFrom(withBuffers.start, again.start) ? again.start : withBuffers.start;
  const end = clashesFrom(again.end, withBuffers.end) ? again.end : withBuffers.end;
  return { during: { start, end }, refusal: null };
}

function clashes(stretches: readonly Interval[], others: readonly Interval[]): boolean {
  return stretches.some((stretch) => stretch.start < stretch.end && others.some((other) => overlaps(stretch, other)));
}
