import { type CivilDate, MINUTE, minutesOf, toInstant, wallOf, weekdayOf } from '@keel/calendar';
import { draw } from './cast.js';

export interface PlannedAppointment {
  practitioner: number;
  patient: number;
  /** Instant, RFC 3339 in UTC. */
  start: string;
  /** Which of the profession's services. */
  service: number;
}

const STARTS = ['09:00', '10:15', '11:30', '13:30', '14:45'];
const HOUR_MS = 60 * MINUTE;
const DAY_MS = 24 * HOUR_MS;

/** The appointments of one day, the same whenever it is asked; none on weekends. */
export function appointmentsOf(day: CivilDate, zone: string, practitioners: number, patients: number): PlannedAppointment[] {
  if (weekdayOf(day) > 5) return [];
  return Array.from({ length: practitioners }, (_, practitioner) => {
    const starts = STARTS.filter((clock) => draw(10, day, practitioner, clock) < 6);
    // Each practitioner sees the same twenty people again and again, as in life, and nobody twice on a day.
    const first = draw(20, day, practitioner, 'who');
    return starts.map((clock, at) => ({
      practitioner,
      patient: (practitioner * 9 + ((first + at * 7) % 20)) % patients,
      start: new Date(toInstant(zone, wallOf(day) + minutesOf(clock) * MINUTE)).toISOString(),
      service: draw(4, day, practitioner, clock, 'what') === 0 ? 0 : 1,
    }));
  }).flat();
}

/** What becomes of an appointment. */
export type Outcome = 'seen' | 'no_show' | 'cancelled';

/** An appointment's whole story, each step with its time; by now, only those that have come have happened. */
export interface Story {
  outcome: Outcome;
  booked: Date;
  /** Answered the reminder; undefined for those who never do. */
  confirmed: Date | undefined;
  cancelled: Date;
  arrived: Date;
  noted: Date;
  signed: Date;
  missed: Date;
  invoiced: Date;
  paid: Date;
  /** Of what is owed, in hundredths: some pay half, some not yet. */
  paidShare: 0 | 50 | 100;
}

export function storyOf({ start, practitioner }: PlannedAppointment, durationMinutes: number): Story {
  const begin = Date.parse(start);
  const end = begin + durationMinutes * MINUTE;
  const dice = (below: number, what: string) => draw(below, start, practitioner, what);
  const at = (instant: number) => new Date(instant);
  const fate = dice(100, 'fate');
  const money = dice(100, 'money');
  // Most sign at once; some leave the note for the next day.
  const signed = end + (dice(8, 'late') === 0 ? 22 * HOUR_MS : 5 * MINUTE);
  return {
    outcome: fate < 5 ? 'no_show' : fate < 11 ? 'cancelled' : 'seen',
    booked: at(begin - (4 + dice(14, 'ahead')) * DAY_MS - dice(300, 'minute') * MINUTE),
    confirmed: dice(3, 'confirm') < 2 ? at(begin - 47 * HOUR_MS + dice(600, 'answer') * MINUTE) : undefined,
    cancelled: at(begin - 30 * HOUR_MS),
    arrived: at(begin - dice(8, 'early') * MINUTE),
    noted: at(begin + 6 * MINUTE),
    signed: at(signed),
    missed: at(begin + 20 * MINUTE),
    invoiced: at(end + 6 * MINUTE),
    paid: at(end + 8 * MINUTE),
    paidShare: money < 86 ? 100 : money < 91 ? 50 : 0,
  };
}
