import { type CivilDate, MINUTE, minutesOf, toInstant, wallOf, weekdayOf } from '@keel/calendar';
import { draw } from './cast.js';

export interface PlannedVisit {
  practitioner: number;
  patient: number;
  /** Instant, RFC 3339 in UTC. */
  start: string;
  /** Which of the profession's services. */
  service: number;
}

const STARTS = ['09:00', '10:15', '11:30', '13:30', '14:45'];

/** The visits of one day, the same whenever it is asked; none on weekends. */
export function visitsOf(day: CivilDate, zone: string, practitioners: number, patients: number): PlannedVisit[] {
  if (weekdayOf(day) > 5) return [];
  return Array.from({ length: practitioners }, (_, practitioner) =>
    STARTS.filter((clock) => draw(10, day, practitioner, clock) < 6).map((clock) => ({
      practitioner,
      // Each practitioner sees the same twenty people again and again, as in life.
      patient: (practitioner * 9 + draw(20, day, practitioner, clock, 'who')) % patients,
      start: new Date(toInstant(zone, wallOf(day) + minutesOf(clock) * MINUTE)).toISOString(),
      service: draw(4, day, practitioner, clock, 'what') === 0 ? 0 : 1,
    })),
  ).flat();
}

/** What became of a past visit. */
export type Outcome = 'seen_and_paid' | 'seen_and_owing' | 'no_show' | 'cancelled';

export function outcomeOf(visitStart: string, practitionerId: string): Outcome {
  const fate = draw(100, visitStart, practitionerId);
  if (fate < 5) return 'no_show';
  if (fate < 10) return 'cancelled';
  return fate < 25 ? 'seen_and_owing' : 'seen_and_paid';
}
